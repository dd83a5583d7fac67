"""``python -m hubei_digecon`` is ``digecon``."""

from .cli.main import main

if __name__ == "__main__":
    main()
