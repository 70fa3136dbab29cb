"""What must hold at the end of a schedule: no order doubled, none lost, nothing refused or denied by guess."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from faulting.house import Answer
from faulting.records import Asked, Heard, Record, proves_not_sent, tag_of

# What the gateway may say of an order, by the state that it has in the broker's own book.
_OPEN = frozenset({"SUBMITTED", "HELD", "WORKING", "PARTIALLY_FILLED", "INACTIVE"})
_SAID = {
    "HELD": _OPEN,
    "UNTRIGGERED": _OPEN,
    "WORKING": _OPEN,
    "FILLED": frozenset({"FILLED"}),
    "CANCELLED": frozenset({"CANCELLED"}),
    # Not every broker tells the two ends apart.
    "EXPIRED": frozenset({"EXPIRED", "CANCELLED"}),
    "REJECTED": frozenset({"REJECTED"}),
}
# What it may say of an order that the broker does not have.
_ABSENT = frozenset({"UNKNOWN", "REJECTED"})
_TAKEN = frozenset({200, 201, 202})
_ENDED = frozenset({"FILLED", "CANCELLED", "REJECTED", "EXPIRED"})


def violations(record: Record) -> list[str]:
    """Return what does not hold, in words; empty where all is well."""
    return [
        *_answers(record),
        *_lists(record),
        *(words for number in record.asked for words in _order(record, number)),
        *_strangers(record),
        *_steps_back(record),
    ]


def _answers(record: Record) -> Iterator[str]:
    """The gateway never fails by itself, never leaves a patient client without an answer, never says 504 in vain."""
    for number, heard in enumerate(record.heard, 1):
        answer, what = heard.answer, f"answer {number} ({heard.do} #{heard.order})"
        if answer.code == "internal_error" or answer.status == 500:
            yield f"internal error: {what}: {answer.body}"
        if answer.status == 0 and not answer.excused:
            yield f"no answer: {what} ended with {answer.body}"
        if (answer.status == 504) != (answer.code == "outcome_unknown"):
            yield f"504 and outcome_unknown must be one: {what}: {answer.status} {answer.code}"
        if heard.do == "place":
            yield from _placing(record, heard, what)


def _placing(record: Record, heard: Heard, what: str) -> Iterator[str]:
    answer = heard.answer
    sent = record.sends.get(tag_of(answer), 0)
    if answer.status == 504 and not sent and not answer.cut:
        yield f"outcome_unknown, but nothing had been sent: {what}"
    if proves_not_sent(answer) and heard.alone and heard.in_book:
        yield f"lost: {what} says {answer.status} {answer.code}, but the broker has the order"
    if answer.status in _TAKEN and any(_is_other(heard, each) for each in record.heard):
        yield f"reused: another payload under the same id was taken: {what}: {answer.status}"


def _is_other(heard: Heard, before: Heard) -> bool:
    """Say whether another payload had been taken under the same id before this one was sent."""
    same_id = before.do == "place" and before.order == heard.order
    earlier = before.answer.status in _TAKEN and before.answer.ended < heard.answer.began
    return same_id and earlier and before.side != heard.side


def _lists(record: Record) -> Iterator[str]:
    """A failed read is never "nothing there"; each order stands in a list once."""
    final = Heard("list", None, record.final_list) if record.final_list else None
    for heard in [*record.heard, *([final] if final else [])]:
        if heard.do != "list" or heard.answer.status != 200:
            continue
        ids = [row["order_id"] for row in heard.answer.body["items"]]
        native = [
            row["broker_order_id"] for row in heard.answer.body["items"] if "broker_order_id" in row
        ]
        if len(set(ids)) != len(ids) or len(set(native)) != len(native):
            yield f"an order stands in a list twice: {sorted(ids)} {sorted(native)}"
        missing = heard.listed_before - set(ids)
        if missing and not heard.answer.body["incomplete"]:
            yield f"lost: a complete list without the acknowledged {sorted(missing)}"
    if record.final_list is not None and (
        record.final_list.status != 200 or record.final_list.body["incomplete"]
    ):
        yield f"the list does not recover: {record.final_list.status} {record.final_list.body}"


def _order(record: Record, number: int) -> Iterator[str]:
    asked, final = record.asked[number], record.finals[number]
    rows = _rows(record, asked)
    heard = [each for each in record.heard if each.do == "place" and each.order == number]
    name = f"order #{number} ({asked.client_order_id})"
    tags = sorted({tag for each in heard if (tag := tag_of(each.answer))})
    if len(rows) > 1:
        yield f"doubled: {name} stands {len(rows)} times in the broker's book: {rows}"
    for tag in tags:
        if record.sends.get(tag, 0) > 1:
            yield f"doubled: {name} was sent {record.sends[tag]} times under {tag}"
    if rows and all(proves_not_sent(each.answer) for each in heard):
        yield f"lost: {name}: every answer says that nothing was sent, but the broker has {rows}"
    if rows:
        yield from _present(name, rows[0], final.status, final.body)
        yield from _refused(name, rows[0], heard)
    else:
        yield from _absent(name, heard, final.status, final.body)


def _rows(record: Record, asked: Asked) -> list[dict[str, Any]]:
    return [row for row in record.book if Decimal(row["quantity"]) == asked.quantity]


def _present(name: str, row: dict[str, Any], status: int, said: Any) -> Iterator[str]:
    """The broker has the order: the gateway must know it, as it is."""
    if status != 200:
        yield f"lost: {name} is {row['state']} at the broker, the gateway answers {status} {said}"
        return
    if said["status"] not in _SAID[row["state"]]:
        yield f"status: {name} is {row['state']} at the broker, the gateway says {said['status']}"
    if said["order_id"] != row["reference"]:
        yield f"lost: {name} has the tag {row['reference']} at the broker, not {said['order_id']}"
    if Decimal(said["filled_quantity"]) != Decimal(row["filled"]):
        yield f"filled: {name} has {row['filled']} at the broker, {said['filled_quantity']} here"
    price, shown = row["limit_price"], said.get("limit_price")
    is_open = row["state"] not in _ENDED
    if is_open and price and shown and Decimal(price) != Decimal(shown):
        yield f"price: {name} has {price} at the broker, {shown} here"


def _refused(name: str, row: dict[str, Any], heard: list[Heard]) -> Iterator[str]:
    """No rejection is inferred: what is called refused is not alive at the broker."""
    for each in heard:
        said = each.answer.body.get("status") if isinstance(each.answer.body, dict) else None
        refused = each.answer.code == "rejected_by_broker" or said == "REJECTED"
        if refused and row["state"] != "REJECTED":
            yield f"refused by guess: {name} was called rejected, the broker has it {row['state']}"


def _absent(name: str, heard: list[Heard], status: int, said: Any) -> Iterator[str]:
    """The broker does not have the order: nobody may have been told that it does."""
    for each in heard:
        body = each.answer.body
        if each.answer.status in _TAKEN and body.get("broker_order_id"):
            yield f"lost: {name} was acknowledged as {body['status']}, the broker does not have it"
    if status == 404:
        if any(_tells_of_an_order(each.answer) for each in heard):
            yield f"lost: {name} was sent, and is not known any more"
    elif status != 200:
        yield f"status: {name} cannot be read in the end: {status} {said}"
    elif said["status"] not in _ABSENT and said.get("end_reason") != "NOT_CONFIRMED":
        yield f"status: {name} is not at the broker, the gateway says {said['status']}"


def _tells_of_an_order(answer: Answer) -> bool:
    """Say whether an answer to a new order says that there is, may be or was one."""
    refused = answer.code == "rejected_by_broker" and not proves_not_sent(answer)
    return answer.status in _TAKEN or answer.code == "outcome_unknown" or refused


def _strangers(record: Record) -> Iterator[str]:
    """Every order that the broker has was asked for."""
    known = {asked.quantity for asked in record.asked.values()}
    for row in record.book:
        if Decimal(row["quantity"]) not in known:
            yield f"nobody asked for this order of the broker's book: {row}"


def _steps_back(record: Record) -> Iterator[str]:
    """What was proven stays proven: an end is final, and what has traded has traded."""
    latest: dict[str, tuple[float, dict[str, Any]]] = {}
    for heard in sorted(record.heard, key=lambda each: each.answer.ended):
        said = heard.answer.body
        if heard.answer.status not in _TAKEN or "filled_quantity" not in said:
            continue
        ended, before = latest.get(said["order_id"], (0.0, said))
        if heard.answer.began > ended or before is said:
            if before["status"] in _ENDED and said["status"] != before["status"]:
                yield f"back: {said['order_id']} was {before['status']}, then {said['status']}"
            if Decimal(said["filled_quantity"]) < Decimal(before["filled_quantity"]):
                yield f"back: {said['order_id']} had filled {before['filled_quantity']}, then less"
            latest[said["order_id"]] = (heard.answer.ended, said)
