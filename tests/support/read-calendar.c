/* Reads one calendar from standard input with libical and prints what it holds, a value per line; 1 when libical complains. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print(const char *key, const char *value)
{
    printf("%s\t", key);
    for (; value && *value; value++) {
        if (*value == '\n') fputs("\\n", stdout);
        else if (*value == '\\') fputs("\\\\", stdout);
        else putchar(*value);
    }
    putchar('\n');
}

static void print_time(const char *key, struct icaltimetype time)
{
    print(key, icaltime_is_null_time(time) ? "" : icaltime_as_ical_string(time));
}

static void print_person(const char *key, icalproperty *property, const char *value)
{
    icalparameter *name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
    icalparameter *state = icalproperty_get_first_parameter(property, ICAL_PARTSTAT_PARAMETER);
    print(key, value);
    print("cn", name ? icalparameter_get_cn(name) : "");
    print("partstat", state ? icalparameter_enum_to_string(icalparameter_get_partstat(state)) : "");
}

int main(void)
{
    static char text[1 << 20];
    size_t length = fread(text, 1, sizeof text - 1, stdin);
    icalcomponent *calendar = icalparser_parse_string(text);
    icalcomponent *event;
    icalproperty *property;
    (void)length;
    if (!calendar) return 1;
    event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    if (!event) return 1;
    print("method", icalproperty_method_to_string(icalcomponent_get_method(calendar)));
    print("uid", icalcomponent_get_uid(event));
    printf("sequence\t%d\n", icalcomponent_get_sequence(event));
    print("summary", icalcomponent_get_summary(event));
    print("description", icalcomponent_get_description(event));
    print_time("dtstart", icalcomponent_get_dtstart(event));
    print_time("dtend", icalcomponent_get_dtend(event));
    for (property = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); property; property = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY))
        print("property", icalproperty_get_property_name(property));
    property = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
    if (property) print_person("organizer", property, icalproperty_get_organizer(property));
    for (property = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY); property; property = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY))
        print_person("attendee", property, icalproperty_get_attendee(property));
    return icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar);
}
