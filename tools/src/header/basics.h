/* The parts that the library was built with. If it was built without one, define its macro as 0 before this
   header, best with a -D option: the functions of the part are then not declared. Otherwise a call of one would
   fail to link. */
#ifndef KZ_HAS_TEXT_KK
#define KZ_HAS_TEXT_KK 1 /* The texts in Kazakh. */
#endif
#ifndef KZ_HAS_TEXT_RU
#define KZ_HAS_TEXT_RU 1 /* The texts in Russian. */
#endif
#ifndef KZ_HAS_TEXT_EN
#define KZ_HAS_TEXT_EN 1 /* The texts in English. */
#endif
#ifndef KZ_HAS_QR
#define KZ_HAS_QR 1 /* QR codes. */
#endif
#ifndef KZ_HAS_MRZ
#define KZ_HAS_MRZ 1 /* Machine-readable zones. */
#endif
#ifndef KZ_HAS_ED25519
#define KZ_HAS_ED25519 1 /* A verifier of signatures. */
#endif

/* Marks a status that must be checked: many compilers warn if it is ignored. To have no such warnings, define
   it as nothing before this header. */
#ifndef KZ_NODISCARD
#if defined(__cplusplus) && __cplusplus >= 201703L
#define KZ_NODISCARD [[nodiscard]]
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L
#define KZ_NODISCARD [[nodiscard]]
#elif defined(__GNUC__)
#define KZ_NODISCARD __attribute__((warn_unused_result))
#else
#define KZ_NODISCARD
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* KZ_OK, or an error: one of the KZ_ERROR_ constants, which are negative. */
typedef int32_t kz_status;
#define KZ_OK 0 /* It succeeded. */

/* A set of values of one closed set: bit n is the value numbered n + 1. */
typedef uint32_t kz_set;
/* The set with this value; empty if the number is not from 1 to 32. Join several with |. These macros evaluate
   their arguments more than once. */
#define KZ_SET_OF(value) \
    ((value) >= 1 && (value) <= 32 ? UINT32_C(1) << (((value) - 1) & 31) : UINT32_C(0))
/* Whether a value is in a set: 1 or 0; 0 if the number is not from 1 to 32. */
#define KZ_SET_HAS(set, value) \
    ((value) >= 1 && (value) <= 32 ? ((set) >> (((value) - 1) & 31)) & UINT32_C(1) : UINT32_C(0))
/* Adds a value to the set in a variable. */
#define KZ_SET_ADD(set, value) ((set) |= KZ_SET_OF(value))
/* Removes a value from the set in a variable. */
#define KZ_SET_REMOVE(set, value) ((set) &= ~KZ_SET_OF(value))

/* A law to decide by. NULL stands for the built-in one. */
typedef struct kz_law kz_law;
/* The working days of one year. */
typedef struct kz_year kz_year;
/* An edition of a law. 0 and 1: the law as enacted. Edition 2 of the built-in law: as a ministry announced it. */
typedef uint8_t kz_edition;
/* A document of a law; 0: none. */
typedef uint16_t kz_document;
/* A rule in a document of a law, or a caution; 0: none. kz_provision_get() cites it. */
typedef uint16_t kz_provision;
/* A closed set whose names and texts can be looked up. */
typedef uint8_t kz_vocabulary;
