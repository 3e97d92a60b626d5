"""`python -m linimasa` runs the command line."""

from linimasa.cli import main

if __name__ == "__main__":
    main()
