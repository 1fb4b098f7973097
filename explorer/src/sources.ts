// The pages contained in this page: the law with its texts, and the exercise amendments.
import kazakhstan from '../../law/kazakhstan.md';
import en from '../../law/texts/en.md';
import kk from '../../law/texts/kk.md';
import ru from '../../law/texts/ru.md';
import evisa from '../../law/amendments/evisa-2026/kazakhstan.md';
import evisaEn from '../../law/amendments/evisa-2026/texts/en.md';
import evisaKk from '../../law/amendments/evisa-2026/texts/kk.md';
import evisaRu from '../../law/amendments/evisa-2026/texts/ru.md';
import transfers from '../../law/amendments/transfers-2027/kazakhstan.md';
import type { Source } from './changes.ts';

/** The law comes first. */
export const SOURCES: Source[] = [
    { name: 'kazakhstan', page: kazakhstan, texts: { en, kk, ru } },
    { name: 'evisa-2026', page: evisa, texts: { en: evisaEn, kk: evisaKk, ru: evisaRu } },
    { name: 'transfers-2027', page: transfers, texts: { en, kk, ru } },
];
