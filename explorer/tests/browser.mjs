// The browser of the tests: headless Chromium, as installed on this machine.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const built = `${root}target/explorer`;
export const need = createRequire(`${built}/npm/`);

/** A browser; CHROMIUM names the program. */
export const browser = () => need('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=en-GB'],
});

export const LANGUAGES = ['kk', 'ru', 'en'];

/** A state with an interesting answer, for each view. */
export const STATES = {
    person: 'on=2026-11-27&standing=foreigner&occasion=visa&birth=1990-05-17&permanent_resident=no',
    decided: 'view=person&on=2026-11-27&standing=foreigner&occasion=residence_card&birth=1990-05-17&fingerprinted=no&action=first_issue&visa_channel=airport',
    time: 'on=2026-12-10&standing=foreigner&occasion=visa&birth=2010-05-17&fingerprinted=no&action=first_issue&event=2026-11-11',
    way: 'on=2024-06-27&standing=foreigner&occasion=visa&birth=1990-05-17&fingerprinted=no&action=first_issue&visa_channel=foreign_mission'
        + '&location=abroad&may_enter=no&has_iin=no&mission_in_pilot=no&mission_takes_fingerprints=no&passport_in_foreign_language=no',
    steps: 'view=way&on=2026-06-27&standing=foreigner&occasion=residence_card&birth=1990-05-17&fingerprinted=no&action=first_issue&location=abroad'
        + '&may_enter=yes&has_iin=no&mission_in_pilot=no&mission_takes_fingerprints=no&passport_in_foreign_language=yes',
    law: 'on=2026-11-27&standing=foreigner&occasion=visa&row=150',
    changes: 'on=2026-11-27&before=2025-06-30&after=2025-07-01',
    days: 'view=changes&mode=days&before=2025-06-30&after=2025-07-01',
};

/** The address of a state. */
export const address = (language, name) => {
    const state = STATES[name];
    return `file://${built}/explorer.html#lang=${language}&${state.startsWith('view=') ? '' : `view=${name}&`}${state}`;
};

/** A loaded page; its errors are recorded in `wrong`, its network requests in `requests`. */
export const open = async (chromium, url, size = { width: 1200, height: 900 }) => {
    const page = await chromium.newPage({ viewport: size });
    page.wrong = [];
    page.requests = [];
    page.on('pageerror', (error) => page.wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && page.wrong.push(message.text()));
    page.on('request', (request) => page.requests.push(request.url()));
    await page.goto(url);
    await page.waitForSelector('main > *', { timeout: 120_000 });
    return page;
};
