"""One list of brokers: whatever else names them agrees with it."""

from omnibroker import config, matrix
from omnibroker.brokers import KNOWN_INSTRUMENTS, TITLES
from omnibroker.upstream.connection import BROKERS
from omnibroker_sandbox.brokers import SANDBOXES


def test_the_configuration_takes_exactly_these_brokers():
    """Each broker has settings of its own, told apart by `broker`."""
    assert set(config.CONNECTIONS) == set(TITLES)


def test_the_contract_names_exactly_these_brokers(bundles):
    """Callers are told the same names, in the same order."""
    schemas = bundles["unified"]["components"]["schemas"]
    assert schemas["BrokerName"]["x-known-values"] == list(TITLES)


def test_every_spec_but_the_unified_one_is_a_broker_of_the_list(bundles):
    """A spec has the name of its broker, or begins with it where a broker has several faces."""
    specs = set(bundles) - {"unified"}
    assert not {spec for spec in specs if spec.split("_")[0] not in TITLES}


def test_every_broker_of_the_list_is_served_and_simulated(bundles):
    """Each has an upstream module, a simulated broker, a known instrument and a spec."""
    assert set(BROKERS) == set(SANDBOXES) == set(KNOWN_INSTRUMENTS) == set(TITLES)
    assert set(TITLES) <= set(bundles)


def test_the_matrix_has_a_column_for_each_broker():
    """A mark per broker, in the order of the list; what the gateway does itself needs none of them."""
    for name in TITLES:
        marks = matrix.marks({"x-upstream": {name: ["any"]}})
        assert [mark == matrix.CELL for mark in marks] == [broker == name for broker in TITLES]
    assert set(matrix.marks({})) == {matrix.OWN}
