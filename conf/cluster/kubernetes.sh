#!/bin/bash
# One scan on Kubernetes. From the folder of ThetaScan, where spark-submit of a Spark 4 with Scala 2.13 is on the PATH, of the version
# that the image has:
#   IMAGE=REGISTRY/thetascan API=https://HOST:6443 bash conf/cluster/kubernetes.sh \
#       /opt/thetascan/conf/z3-3hdm.yaml --out s3a://BUCKET/z3-3hdm [arguments of 'thetascan scan' ...]
# The driver is a pod, too (cluster mode), under the service account ACCOUNT: scan files are those of the image or of a volume.
# MODE=client: it runs where the command is given, which pods must be able to reach; in a pod of the image, this one.
# SPARK_OPTIONS="--conf ..." goes to spark-submit. The secret of the scan stands in its pods: who may read pods can read it.
set -euo pipefail
: "${IMAGE:?the image that conf/cluster/Dockerfile makes}"
cd "$(dirname "$0")/../.."
mode=${MODE:-cluster}
if [ "$mode" = cluster ]; then
    jar=${JAR:-local:///opt/thetascan/thetascan-spark.jar}
else
    jar=thetascan-spark.jar # of a release, and of the image
    [ -f "$jar" ] || jar=spark-runner/target/thetascan-spark.jar
fi
here=()
if [ "$mode" = client ] && [ -n "${KUBERNETES_SERVICE_HOST:-}" ]; then # names of pods are known to nobody else; executors end with it
    here=(--conf spark.driver.host="$(hostname -i)" --conf spark.kubernetes.driver.pod.name="$(hostname)")
    API=${API:-https://$KUBERNETES_SERVICE_HOST:${KUBERNETES_SERVICE_PORT:-443}}
fi
: "${API:?the address of the Kubernetes server}"
# shellcheck disable=SC2086 # options are split on purpose
exec spark-submit --master "k8s://$API" --deploy-mode "$mode" --name thetascan \
    --conf spark.kubernetes.container.image="$IMAGE" --conf spark.kubernetes.namespace="${NAMESPACE:-default}" \
    --conf spark.kubernetes.authenticate.driver.serviceAccountName="${ACCOUNT:-default}" \
    --conf spark.kubernetes.authenticate.executor.serviceAccountName="${EXECUTOR_ACCOUNT:-default}" \
    --conf spark.executor.instances="${EXECUTORS:-4}" --conf spark.executor.cores="${EXECUTOR_CORES:-4}" \
    --conf spark.executor.memory="${EXECUTOR_MEMORY:-6g}" --driver-memory "${DRIVER_MEMORY:-4g}" \
    --conf spark.authenticate=true --conf spark.network.crypto.enabled=true --conf spark.ui.enabled=false \
    --conf spark.scheduler.minRegisteredResourcesRatio=1.0 \
    "${here[@]}" ${SPARK_OPTIONS:-} --class thetascan.cli.Main "$jar" scan "$@"
