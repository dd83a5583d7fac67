"""Judge a Parquet file through Spark Connect on Sail, in this process: ``on_sail TABLE TARGETS``."""

import sys


def main(table: str, targets: str) -> None:
    """Print how many findings there are."""
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    from hubei_digecon.spark import check

    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").create()
    findings = check(session.read.parquet(table), targets=targets)
    print(findings.toArrow().num_rows)
    session.stop()
    server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
