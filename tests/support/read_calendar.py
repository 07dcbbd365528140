"""Reads one calendar from standard input with python3-icalendar and prints what it holds as JSON."""
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
event = next(part for part in calendar.walk() if part.name == "VEVENT")


def people(name):
    found = event.get(name, [])
    return [{"address": str(one), "name": str(one.params.get("CN", "")), "partstat": str(one.params.get("PARTSTAT", ""))} for one in (found if isinstance(found, list) else [found])]


def utc(name):
    return event.decoded(name).strftime("%Y%m%dT%H%M%SZ") if name in event else ""


print(json.dumps({
    "method": str(calendar.get("METHOD", "")), "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "title": str(event["SUMMARY"]), "description": str(event.get("DESCRIPTION", "")),
    "start": utc("DTSTART"), "end": utc("DTEND"), "organiser": people("ORGANIZER"), "attendees": people("ATTENDEE"),
    "errors": [str(error) for part in calendar.walk() for error in part.errors],
}))
