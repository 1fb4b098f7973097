// The small pictures of the README. A person compares them, not a program.
// Usage: node pictures.mjs     writes docs/explorer
import { mkdirSync } from 'node:fs';
import { address, browser, open, root } from './browser.mjs';

const PICTURES = [
    { name: 'person', of: ['en', 'person'], size: { width: 1040, height: 940 } },
    { name: 'way', of: ['en', 'way'], size: { width: 1040, height: 780 } },
    { name: 'time', of: ['ru', 'time'], size: { width: 1040, height: 780 } },
    { name: 'phone', of: ['kk', 'person'], size: { width: 390, height: 780 } },
];

const folder = `${root}docs/explorer`;
mkdirSync(folder, { recursive: true });
const chromium = await browser();
for (const { name, of, size } of PICTURES) {
    const page = await open(chromium, address(...of), size);
    await page.screenshot({ path: `${folder}/${name}.png` });
    await page.close();
}
await chromium.close();
