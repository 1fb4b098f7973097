/* A text in a language: for a value of a closed set, or for a provision, document, edition or question of the
   law. NULL if there is no such value; if it has no sentence (every value has a label); or if the language is
   switched off by its KZ_HAS_TEXT_ macro.

   'code' is the number of the value; for KZ_VOCABULARY_STATUS it is a kz_status, negated.

   A program that calls it links all languages that are switched on. A program with one language calls
   kz_text_kk(), kz_text_ru() or kz_text_en(), and links that one alone. */
static inline const char *kz_text(const kz_law *law,
                                  kz_language language,
                                  kz_vocabulary of,
                                  uint16_t code,
                                  kz_text_form form)
{
    switch (language) {
#if KZ_HAS_TEXT_KK
    case KZ_LANGUAGE_KK:
        return kz_text_kk(law, of, code, form);
#endif
#if KZ_HAS_TEXT_RU
    case KZ_LANGUAGE_RU:
        return kz_text_ru(law, of, code, form);
#endif
#if KZ_HAS_TEXT_EN
    case KZ_LANGUAGE_EN:
        return kz_text_en(law, of, code, form);
#endif
    default:
        (void)law;
        (void)of;
        (void)code;
        (void)form;
        return NULL;
    }
}
