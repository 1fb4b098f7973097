// Arithmetic on days as texts `YYYY-MM-DD`. It contains no law.
import type { Day } from '../../packages/kz-rules/src/index.ts';

const DAY = 86_400_000;

export const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const text = (time: number): Day => new Date(time).toISOString().slice(0, 10);
export const plus = (day: Day, days: number): Day => text(at(day) + days * DAY);
/** Days from one day to another. */
export const between = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / DAY);
/** The day of the week: 0 for Monday. */
export const weekday = (day: Day): number => (new Date(at(day)).getUTCDay() + 6) % 7;
export const daysOfMonth = (year: number, month: number): Day[] => {
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return Array.from({ length: count }, (_, place) => plus(first, place));
};
/** The birthday in a year; for 29 February 1 March if the year has none. */
export const birthday = (birth: Day, year: number): Day => {
    const [, month, day] = birth.split('-').map(Number);
    return text(Date.UTC(year, month! - 1, day));
};
/** The age on a day of a person born on another day. */
export const age = (birth: Day, on: Day): number => {
    const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
    return on < birthday(birth, Number(on.slice(0, 4))) ? years - 1 : years;
};
