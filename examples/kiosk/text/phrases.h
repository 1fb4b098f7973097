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
    PHRASE_LINE_TOO_LONG, /* a line of input is longer than can be read */
    PHRASE_LINE_QUOTES, /* the quotes in a line of input do not match */
    PHRASE_LINE_FIELDS, /* a line of input has more or fewer fields than the header */
    PHRASE_UNREADABLE, /* before the name of what cannot be read */
    PHRASE_KIND, /* name of what tells which deadline is asked for */
    PHRASE_FROM, /* name of the day of the event that a deadline counts from */
    PHRASE_DECLINED, /* name of the facts that the person cannot tell, or not more precisely */
    PHRASE_COUNT
} phrase;

/* Whether the kiosk was built with a language. */
int phrases_speak(kz_language language);

/* A few words, at most 40 characters; or a sentence, at most 160. "" if there is none. */
const char *phrases_label(kz_language language, phrase of);
const char *phrases_sentence(kz_language language, phrase of);

#endif
