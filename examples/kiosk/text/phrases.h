/* What the kiosk says besides the texts of the library: headings, and the words around an answer.
 *
 * phrases.kk.inc, phrases.ru.inc and phrases.en.inc are the texts, one file a language. To add a phrase, add its
 * name here and a line to each of them: without it the kiosk does not compile.
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "kz_rules.h"

typedef enum {
    PHRASE_NONE, /* says nothing */
    PHRASE_KNOWN, /* heading of the facts that are known */
    PHRASE_ANSWER, /* heading of the answer */
    PHRASE_UNDECIDED, /* heading of an answer that is open */
    PHRASE_DEPENDS_ON, /* heading of the facts on which an answer depends */
    PHRASE_ASK_NEXT, /* heading of the next question */
    PHRASE_WHY, /* heading of the basis of an answer */
    PHRASE_RESTS_ON, /* heading of the basis of an answer that is open */
    PHRASE_BRING, /* heading of the papers */
    PHRASE_WHERE, /* heading of the place */
    PHRASE_TAKEN_BY, /* heading of those who take the prints */
    PHRASE_TAKEN, /* heading of what is taken */
    PHRASE_ISSUED, /* heading of what is issued */
    PHRASE_IF_REFUSED, /* heading of the consequence of a refusal */
    PHRASE_HOLDS, /* how long an answer holds, if no day is known */
    PHRASE_HOLDS_UNTIL, /* the day from which an answer no longer holds */
    PHRASE_CONFLICT, /* the conflict note */
    PHRASE_CAUTION, /* heading of a caution */
    PHRASE_ATTENTION, /* heading of what must not be overlooked */
    PHRASE_NOT_ENACTED, /* the answer is of another edition than the law as enacted */
    PHRASE_NO_ANSWER, /* heading of an error */
    PHRASE_LAW_AS_OF, /* the day up to which the law is known */
    PHRASE_NOT_STATED, /* the source is silent */
    PHRASE_NOT_KNOWN, /* a fact that is not known */
    PHRASE_DAY_ASKED_ABOUT, /* before the day asked about */
    PHRASE_BIRTH_FINAL, /* no more precise birth date is to be had */
    PHRASE_CROSSED_BORDER, /* before the day of crossing the border */
    PHRASE_CHANGED_ADDRESS, /* before the day of a change of address */
    PHRASE_APPLIED_FOR_IIN, /* before the day of applying for an IIN at a foreign establishment */
    PHRASE_STAY_UNTIL, /* before the last day of the allowed stay */
    PHRASE_TREATY_DAYS, /* before a treaty's number of days */
    PHRASE_STATE, /* heading of where a day stands in a window */
    PHRASE_DAYS_LEFT, /* before a number of days */
    PHRASE_READY_ON, /* before the day on which the IIN is ready */
    PHRASE_DO_IT_BY, /* before the strict day */
    PHRASE_LATE_AFTER, /* before the lenient day */
    PHRASE_DAYS_OFF, /* before the days off that were passed over */
    PHRASE_NO_DAYS_OFF, /* no day off was passed over */
    PHRASE_MORE_DAYS_OFF, /* before the number of days off that are not listed */
    PHRASE_END_OF_STAY, /* the strict day is the last day of the allowed stay */
    PHRASE_TRANSITIONAL, /* the event was before the rules were in force */
    PHRASE_APPLIES_FROM, /* before the first day of a provision */
    PHRASE_APPLIES_NO_LONGER_FROM, /* before the first day on which a provision no longer applies */
    PHRASE_PLEASE_ANSWER, /* an answer is awaited */
    PHRASE_TOO_LONG, /* an answer is too long */
    PHRASE_CHOOSE_NUMBER, /* one of the numbers is awaited */
    PHRASE_GIVE_DATE, /* a date is awaited */
    PHRASE_MORE_OF_THE_DATE, /* more of a date is awaited */
    PHRASE_NO_SUCH_DATE, /* what was typed is no date */
    PHRASE_STEPS, /* heading of the steps of a plan */
    PHRASE_OUT_OF_REACH, /* heading of the goals that are not reached */
    PHRASE_LOOP, /* heading of the loop */
    PHRASE_WAYS_OUT, /* heading of the ways out of it */
    PHRASE_ARRIVED_TO_LIVE, /* whether the person arrived to live in Kazakhstan, and the question */
    PHRASE_WEEK, /* name of the set of weeks */
    PHRASE_STAY_REGIME, /* name of the set of stay regimes, and the question */
    PHRASE_TREATY, /* name of what a treaty says, and the question */
    PHRASE_EDITION, /* name of the set of editions */
    PHRASE_AGE_READING, /* name of the set of age readings */
    PHRASE_CALENDAR, /* heading of the calendar's certainty */
    PHRASE_DAYS_LATE, /* before the number of days by which one is late */
    PHRASE_NOT_APPLIED, /* heading of the rows of the law that were passed over */
    PHRASE_APPLIED, /* heading of the row of the law that decided */
    PHRASE_PERHAPS, /* heading of an obligation that is one of several possible ones */
    PHRASE_SUPPOSING, /* heading of the facts that are supposed, not known */
    PHRASE_LINE_LOST, /* something of a line of input was lost on the way */
    PHRASE_LINE_TOO_LONG, /* a line of input is longer than can be read */
    PHRASE_LINE_QUOTES, /* the quotes in a line of input do not match */
    PHRASE_LINE_FIELDS, /* a line of input has more or fewer fields than the header */
    PHRASE_UNREADABLE, /* before the name of what cannot be read */
    PHRASE_KIND, /* name of what tells which deadline is asked for */
    PHRASE_FROM, /* name of the day of the event that a deadline counts from */
    PHRASE_DECLINED, /* name of the facts that the person cannot tell, or not more precisely */
    PHRASE_BY_WHEN, /* whether a day is set for what is mandatory */
    PHRASE_OTHERWISE_IF, /* heading of what would change the answer */
    PHRASE_CERTIFICATE, /* the certificate of prints taken before is brought */
    PHRASE_RECEIPT, /* heading of the number of a receipt */
    PHRASE_BY_SOURCES_ALONE, /* a dead end is one by the sources alone */
    PHRASE_HOST_NOTICE, /* before the day by which the host gives notice */
    PHRASE_WHO_IS_COVERED, /* heading of the provision on who is covered, and what else counts */
    PHRASE_NOT_TAKEN, /* heading of an event that a case did not take, and that the order names none such */
    PHRASE_MAY_FOLLOW, /* heading of the events that may follow */
    PHRASE_HISTORY, /* heading of what happened to a case */
    PHRASE_DEREGISTERED, /* before the day on which an earlier registration ended */
    PHRASE_LAST_SUBMITTED, /* before the day of the last submission */
    PHRASE_LEAVE_BY, /* before the last lawful day of a stay, strict */
    PHRASE_OVERSTAYED_AFTER, /* before the last lawful day of a stay, lenient */
    PHRASE_NEXT_ENTRY, /* before the first day on which an entry is lawful */
    PHRASE_UNLIMITED, /* no day of a stay is unlawful */
    PHRASE_NEVER, /* the first day of a stay is unlawful already */
    PHRASE_DAYS_USED, /* before the number of days used up */
    PHRASE_STAY_RULE, /* heading of the rule of a stay */
    PHRASE_DAYS_AN_ENTRY, /* name of the most days of one stay */
    PHRASE_DAYS_IN_ALL, /* name of the most days in a window */
    PHRASE_WINDOW_DAYS, /* name of the days of the window */
    PHRASE_STAYS, /* name of the stays so far */
    PHRASE_WAY, /* heading of the way to the document */
    PHRASE_ASKED_BECAUSE, /* heading of the provisions on which a question turns */
    PHRASE_NO_SUCH_DAY, /* a full day is awaited */
    PHRASE_DAY_TOO_LATE, /* a day is later than it can be */
    PHRASE_ENTERED_ON, /* name of the day of entry, and the question */
    PHRASE_EARLIER_STAY, /* the question for an earlier stay */
    PHRASE_ANOTHER_STAY, /* the question for one more earlier stay */
    PHRASE_LEFT_ON, /* the question for the day of leaving */
    PHRASE_NO_SUCH_STAY, /* the stays told cannot have been */
    PHRASE_MOVED_ON, /* the question for a change of address */
    PHRASE_NEEDS_ENTRY, /* without the day of entry there is no answer */
    PHRASE_COUNTRY, /* name of the country, and the question */
    PHRASE_NO_SUCH_COUNTRY, /* what was said is no country */
    PHRASE_COUNTRY_UNKNOWN, /* nothing is known of a country */
    PHRASE_DOOR, /* the question what it is about */
    PHRASE_DOOR_DOCUMENT, /* the door for who wants a document */
    PHRASE_DOOR_STAY, /* the door for who stays in Kazakhstan */
    PHRASE_DOOR_GUEST, /* the door for who has a guest */
    PHRASE_ABOUT_GUEST, /* the questions are about the guest */
    PHRASE_YOU_CONFIRM, /* what the host confirms */
    PHRASE_WHO_IS_HOST, /* the sources are silent on who owns the home */
    PHRASE_MISSION_COUNTRY, /* the country of the establishment is an answer too */
    PHRASE_MISSION_UNKNOWN, /* the sources do not name the country of an establishment */
    PHRASE_DAYS_USED_LENIENT, /* before the days used if the day of entry does not count */
    PHRASE_DAY_TOO_EARLY, /* a day is earlier than it can be */
    PHRASE_REGISTERED_BEFORE, /* the question whether there was a registration before a move */
    PHRASE_STAYS_UNSURE, /* not all stays that count are told */
    PHRASE_UNLESS_DONE, /* a deadline has passed, unless it was met */
    PHRASE_REPORTED_ALONE, /* a deadline rests on a report alone */
#if KZ_HAS_MRZ
    PHRASE_ZONE, /* before the kind of a document that was read; and that one can be scanned */
    PHRASE_ZONE_PASSPORT, /* a kind of document */
    PHRASE_ZONE_CARD, /* a kind of document */
    PHRASE_ZONE_CREW, /* a kind of document */
    PHRASE_ZONE_VISA, /* a kind of document */
    PHRASE_ZONE_UNTIL, /* before the last day on which a document is valid; and that it is over */
    PHRASE_ZONE_LINE, /* before the number of a line of a zone; and what to do if it cannot be read */
    PHRASE_ZONE_COLUMN, /* before the number of a column */
    PHRASE_ZONE_LINES, /* what a zone should have at a place */
    PHRASE_ZONE_CHARACTER,
    PHRASE_ZONE_KIND,
    PHRASE_ZONE_LETTER,
    PHRASE_ZONE_DIGIT,
    PHRASE_ZONE_COUNTRY,
    PHRASE_ZONE_DATE,
    PHRASE_ZONE_CHECK_DIGIT,
#endif
    PHRASE_COUNT
} phrase;

/* Whether the kiosk was built with a language. */
int phrases_speak(kz_language language);

/* A few words, at most 40 characters; or a sentence, at most 160. "" if there is none. */
const char *phrases_label(kz_language language, phrase of);
const char *phrases_sentence(kz_language language, phrase of);

#endif
