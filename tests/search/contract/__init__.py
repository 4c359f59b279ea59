import pytest

for part in ("asking", "counting", "finding", "folding", "quotes", "upkeep"):
    pytest.register_assert_rewrite(f"tests.search.contract.{part}")
