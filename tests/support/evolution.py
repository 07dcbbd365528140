"""Evolution Data Server as it takes invitations: each file after the first argument is received in turn; what the
calendar holds after each is written, as JSON, to the file that the first argument names."""
import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402

registry = EDataServer.SourceRegistry.new_sync(None)
client = ECal.Client.connect_sync(registry.ref_builtin_calendar(), ECal.ClientSourceType.EVENTS, 1, None)


def receive(path):
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ICalGLib.Component.new_from_string(file.read())
    try:
        client.receive_objects_sync(calendar, ECal.OperationFlags.NONE, None)
        complaint = ""
    except GLib.Error as error:
        complaint = error.message
    return {"complaint": complaint, "events": [event.as_ical_string() for event in client.get_object_list_sync("#t", None)[1]]}


with open(sys.argv[1], "w", encoding="utf-8") as printed:
    json.dump([receive(path) for path in sys.argv[2:]], printed)
