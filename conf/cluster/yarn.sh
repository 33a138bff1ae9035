#!/bin/bash
# One scan on a YARN cluster. From the folder of ThetaScan, where spark-submit of a Spark 4 with Scala 2.13 is on the PATH:
#   EXECUTORS=8 bash conf/cluster/yarn.sh conf/z3-3hdm.yaml --out hdfs:///catalogues/z3-3hdm [arguments of 'thetascan scan' ...]
# The driver runs where the command is given (client mode): scan file and what it names are read there. YARN makes the secret.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=thetascan-spark.jar # of a release
[ -f "$jar" ] || jar=spark-runner/target/thetascan-spark.jar
exec spark-submit --master yarn --deploy-mode client \
    --num-executors "${EXECUTORS:-4}" --executor-cores "${EXECUTOR_CORES:-4}" --executor-memory "${EXECUTOR_MEMORY:-6g}" \
    --driver-memory "${DRIVER_MEMORY:-4g}" \
    --conf spark.authenticate=true --conf spark.network.crypto.enabled=true --conf spark.ui.enabled=false \
    --conf spark.scheduler.minRegisteredResourcesRatio=1.0 \
    --class thetascan.cli.Main "$jar" scan "$@"
