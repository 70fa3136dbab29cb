"""Frames of Futu's push stream in the examples: protobuf inside base64 inside JSON."""

import base64
import importlib
from importlib import metadata
from pathlib import Path

import pytest
from google.protobuf.message_factory import GetMessageClass

# The modules of messages alone: importing the package itself opens log files in the home folder.
FOLDER = Path(metadata.distribution("futu-api").locate_file("futu/common/pb"))
FRAMES = {
    "push_of_an_order": (2208, "Trd_UpdateOrder"),
    "push_of_a_quote": (3005, "Qot_UpdateBasicQot"),
}


@pytest.fixture
def pushed(bundles):
    """Each example of a frame with the message inside it: name → (frame, response)."""
    found = {}
    shown = bundles["futu"]["components"]["examples"]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        for name, (number, module) in FRAMES.items():
            frame = shown[name]["value"]
            assert frame["proto_id"] == number
            file = importlib.import_module(f"{module}_pb2").DESCRIPTOR
            response = GetMessageClass(file.message_types_by_name["Response"])()
            response.ParseFromString(base64.b64decode(frame["body_b64"], validate=True))
            found[name] = (frame, response)
    return found


def test_frames_hold_whole_responses(pushed):
    """The body is the response with ret_type 0 and all that its message requires."""
    for _, response in pushed.values():
        assert response.IsInitialized()
        assert response.retType == 0
        assert response.HasField("s2c")


def test_the_frame_names_what_its_message_is_about(pushed):
    """Account and market of an order, market and code of a quote, stand outside the body too."""
    frame, response = pushed["push_of_an_order"]
    assert (frame["acc_id"], response.s2c.header.trdEnv) == (response.s2c.header.accID, 0)
    frame, response = pushed["push_of_a_quote"]
    security = response.s2c.basicQotList[0].security
    assert frame["sec_key"] == f"{security.market}_{security.code}"
