"""Reads the calendars on standard input with python3-icalendar and prints what each holds as a list in JSON."""
import json
import sys

from icalendar import Calendar


def read(calendar):
    event = next(part for part in calendar.walk() if part.name == "VEVENT")

    def people(name):
        found = event.get(name, [])
        return [{"address": str(one), "name": str(one.params.get("CN", "")), "partstat": str(one.params.get("PARTSTAT", ""))} for one in (found if isinstance(found, list) else [found])]

    def utc(name):
        return event.decoded(name).strftime("%Y%m%dT%H%M%SZ") if name in event else ""

    return {
        "method": str(calendar.get("METHOD", "")), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "title": str(event["SUMMARY"]), "description": str(event.get("DESCRIPTION", "")),
        "start": utc("DTSTART"), "end": utc("DTEND"), "organiser": people("ORGANIZER"), "attendees": people("ATTENDEE"),
        "properties": sorted(name for name, value in event.items() for _one in (value if isinstance(value, list) else [value])),
        "errors": [str(error) for part in calendar.walk() for error in part.errors],
    }


print(json.dumps([read(calendar) for calendar in Calendar.from_ical(sys.stdin.buffer.read(), multiple=True)]))
