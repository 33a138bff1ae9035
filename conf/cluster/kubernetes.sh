#!/bin/bash
# One scan on Kubernetes. From the folder of ThetaScan, where spark-submit of a Spark 4 with Scala 2.13 is on the PATH:
#   IMAGE=REGISTRY/thetascan API=https://HOST:6443 bash conf/cluster/kubernetes.sh \
#       conf/z3-3hdm.yaml --out s3a://BUCKET/z3-3hdm [arguments of 'thetascan scan' ...]
# The driver runs where the command is given (client mode), which pods must be able to reach: in a pod of its own, as a rule. The
# secret is made by Spark and given to executors alone.
set -euo pipefail
: "${IMAGE:?the image that conf/cluster/Dockerfile makes}" "${API:?the address of the Kubernetes server}"
cd "$(dirname "$0")/../.."
exec spark-submit --master "k8s://$API" --deploy-mode client \
    --conf spark.kubernetes.container.image="$IMAGE" --conf spark.kubernetes.namespace="${NAMESPACE:-default}" \
    --conf spark.executor.instances="${EXECUTORS:-4}" --conf spark.executor.cores="${EXECUTOR_CORES:-4}" \
    --conf spark.executor.memory="${EXECUTOR_MEMORY:-6g}" --driver-memory "${DRIVER_MEMORY:-4g}" \
    --conf spark.authenticate=true --conf spark.network.crypto.enabled=true --conf spark.ui.enabled=false \
    --conf spark.scheduler.minRegisteredResourcesRatio=1.0 \
    --class thetascan.cli.Main spark-runner/target/thetascan-spark.jar scan "$@"
