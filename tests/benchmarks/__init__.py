"""Speed and memory, each stage as a ratio to a floor measured in the same run: `python -m tests.benchmarks`."""
