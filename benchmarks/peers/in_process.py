"""Judge a Parquet file by the functions of Python alone: ``in_process TABLE TARGETS``."""

import sys


def main(table: str, targets: str) -> None:
    """Print how many findings there are."""
    from hubei_digecon import check
    from hubei_digecon.show import csv
    from hubei_digecon.show.parquet import typed_table

    run = check(table, targets=targets)
    print(typed_table(csv.column_kinds(), csv.rows_of(run)).num_rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
