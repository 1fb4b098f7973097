// ==== Functions that need no law =============================================================================

// The version of the interface of the linked library. Compare it with abi_version once, at start.
inline std::uint32_t library_abi_version() noexcept
{
    return kz_abi_version();
}

// The version of the library, as "major.minor.patch".
inline std::string_view version() noexcept
{
    return kz_version_string();
}

// The name of a status, such as "bad_on". Never empty.
inline std::string_view name(Status status) noexcept
{
    return kz_status_name(static_cast<kz_status>(status));
}

// The vocabulary of a fact's values; none for the birth date.
inline std::optional<Vocabulary> fact_vocabulary(Fact fact) noexcept
{
    return detail::given<Vocabulary>(kz_fact_vocabulary(static_cast<kz_fact>(fact)));
}

// Where a day stands in a window, and how many days are left or late.
inline Result<WindowDay> window_state(const Window &window, Date on) noexcept
{
    return Result<WindowDay>::from([&](kz_window_day *out) { return kz_window_state(&window, on, out); });
}

// Counts the days that a person stayed without a visa, and says until when the stay, or from when a new entry, is lawful.
inline Result<StayAnswer> count_stays(Date on, const StayRule &rule, Span<const Stay> stays) noexcept
{
    return Result<StayAnswer>::from([&](kz_stay_answer *out) { return kz_stay_count(on, &rule, stays.data(), stays.size(), out); });
}

// Starts the case of an immigrant who arrived.
inline Result<Case> begin_case(const Arrival &arrival) noexcept
{
    return Result<Case>::from([&](kz_case *out) { return kz_case_init(&arrival, out); });
}

// The required items that are missing in a submission that states these.
inline Result<Set<DataItem>> missing_data(Set<DataItem> stated) noexcept
{
    kz_set missing = 0;
    const auto status = static_cast<Status>(kz_data_missing(stated.bits(), &missing));
    return status == Status::Ok ? Result<Set<DataItem>>(Set<DataItem>(missing)) : Result<Set<DataItem>>(status);
}

// Which field of a certificate is faulty, and why.
inline Result<CertificateFault> check(const Certificate &certificate) noexcept
{
    return Result<CertificateFault>::from([&](kz_certificate_fault *out) { return kz_certificate_check(&certificate, out); });
}

// How many bytes render() needs, with the closing NUL.
inline Result<std::size_t> rendered_size(const Case &registration, const Certificate &certificate) noexcept
{
    std::size_t needed = 0;
    const auto status = static_cast<Status>(kz_certificate_render(&registration, &certificate, nullptr, 0, &needed));
    return status == Status::BufferTooSmall ? Result<std::size_t>(needed) : Result<std::size_t>(status);
}

// Writes a copy of the certificate of a registered case into a buffer, with a closing NUL, and returns the text.
inline Result<std::string_view> render(const Case &registration, const Certificate &certificate, Kept<char> buffer) noexcept
{
    std::size_t needed = 0;
    const auto status =
        static_cast<Status>(kz_certificate_render(&registration, &certificate, buffer.data(), buffer.size(), &needed));
    if (status != Status::Ok)
        return status;
    return std::string_view(buffer.data(), needed - 1);
}

// A QR code, in the buffer that it was encoded into.
class QrCode {
public:
    constexpr QrCode() noexcept = default;
    constexpr QrCode(const std::uint8_t *modules, std::uint8_t side) noexcept : modules_(modules), side_(side) {}

    // The modules on each side.
    constexpr std::uint8_t side() const noexcept { return side_; }
    // Whether the module in column x of row y is dark. All modules outside are light: the margin.
    constexpr bool is_dark(unsigned x, unsigned y) const noexcept
    {
        return x < side_ && y < side_ && KZ_QR_IS_DARK(modules_, side_, x, y) != 0;
    }

private:
    const std::uint8_t *modules_ = nullptr;
    std::uint8_t side_ = 0;
};

#if KZ_HAS_QR
// The smallest QR code of a text. Two buffers of qr_buffer or qr_buffer_max bytes; the code is in 'modules'.
inline Result<QrCode> qr_encode(std::string_view content, Span<std::uint8_t> scratch, Kept<std::uint8_t> modules) noexcept
{
    std::uint8_t side = 0;
    const auto status = static_cast<Status>(kz_qr_encode(content.data(), content.size(), scratch.data(), scratch.size(),
                                                         modules.data(), modules.size(), &side));
    if (status != Status::Ok)
        return status;
    return QrCode(modules.data(), side);
}
#endif

// Checks an IIN. Never decide by what its digits suggest.
inline Result<IinHint> check_iin(std::string_view iin) noexcept
{
    return Result<IinHint>::from([&](kz_iin_hint *out) { return kz_iin_check(iin.data(), iin.size(), out); });
}

#if KZ_HAS_MRZ
// Reads the machine-readable zone of a passport, an identity card or a visa, as a scanner sends it. 'on': today.
inline Result<Mrz> read_mrz(std::string_view zone, Date on) noexcept
{
    return Result<Mrz>::from([&](kz_mrz *out) { return kz_mrz_read(zone.data(), zone.size(), on, out); });
}

// Where a zone cannot be read, after Status::BadMrz.
inline Result<MrzFault> mrz_fault(std::string_view zone, Date on) noexcept
{
    return Result<MrzFault>::from([&](kz_mrz_fault *out) { return kz_mrz_fault_get(zone.data(), zone.size(), on, out); });
}
#endif

// Chooses between two slots of flash: which law to use, and what to write.
inline Result<SlotChoice> choose(const Slots &slots) noexcept
{
    return Result<SlotChoice>::from([&](kz_slot_choice *out) { return kz_law_choose(&slots, out); });
}

// Where a pack is inconsistent, after Status::PackInconsistent.
inline Result<PackFault> pack_fault(Bytes pack, const AtLeast &at_least = AtLeast()) noexcept
{
    return Result<PackFault>::from([&](kz_pack_fault *out) { return kz_pack_fault_get(pack.data(), pack.size(), &at_least, out); });
}

// Reads a capture ticket.
inline Result<Ticket> read_ticket(Bytes ticket) noexcept
{
    return Result<Ticket>::from([&](kz_ticket *out) { return kz_ticket_read(ticket.data(), ticket.size(), out); });
}

// ==== The law ================================================================================================

#if KZ_HAS_ED25519
// A verifier of packs, for programs without an Ed25519 of their own: OpenedLaw::open(pack, Ed25519{key}).
struct Ed25519 {
    std::array<std::uint8_t, key_bytes> key;

    bool operator()(Bytes message, Bytes signature) const noexcept
    {
        // The C function takes a pointer without const, but does not write to it.
        auto *context = const_cast<std::uint8_t *>(key.data());
        return signature.size() == signature_bytes
            && kz_ed25519(context, message.data(), message.size(), signature.data()) == KZ_OK;
    }
};
#endif

namespace detail {

template <class Verify>
std::int32_t verify(void *context, const std::uint8_t *message, std::size_t length, const std::uint8_t *signature)
{
    const bool is_right = (*static_cast<Verify *>(context))(Bytes(message, length), Bytes(signature, signature_bytes));
    return is_right ? KZ_OK : KZ_ERROR_PACK_SIGNATURE;
}

} // namespace detail

// An opened law. The pack must stay where it is, unchanged, as long as the law is used. Call Law(opened).self_test() before it decides.
struct OpenedLaw : kz_law {
    // No law: every call returns Status::BadLaw.
    constexpr OpenedLaw() noexcept : kz_law{} {}

    // 'verify', a bool (Bytes, Bytes), is called once with the message and its signature. If it returns false, the pack is refused.
    template <class Verify>
    static Result<OpenedLaw> open(Kept<const std::uint8_t> pack, Verify verify, const AtLeast &at_least = AtLeast()) noexcept
    {
        static_assert(std::is_invocable_r_v<bool, Verify &, Bytes, Bytes>, "a verifier takes a message and a signature, and returns bool");
        return Result<OpenedLaw>::from([&](kz_law *out) {
            return kz_law_open(pack.data(), pack.size(), &detail::verify<Verify>, &verify, &at_least, out);
        });
    }

    // Opens a pack whose signature was verified before. It is not checked here.
    static Result<OpenedLaw> open_already_verified(Kept<const std::uint8_t> pack, const AtLeast &at_least = AtLeast()) noexcept
    {
        return Result<OpenedLaw>::from(
            [&](kz_law *out) { return kz_law_open_already_verified(pack.data(), pack.size(), &at_least, out); });
    }

    friend bool operator==(const OpenedLaw &a, const OpenedLaw &b) noexcept { return detail::same(a, b); }
    friend bool operator!=(const OpenedLaw &a, const OpenedLaw &b) noexcept { return !(a == b); }
};

// Something with a name and texts: a value of a closed set, a number of the law, or any vocabulary with a code.
struct Value {
    Vocabulary of;
    std::uint16_t code;

    constexpr Value(Vocabulary vocabulary, std::uint16_t number) noexcept : of(vocabulary), code(number) {}
    template <class E, class = std::enable_if_t<detail::About<E>::vocabulary != 0>>
    constexpr Value(E value) noexcept : Value(std::optional<E>(value))
    {
    }
    // std::nullopt has no name and no texts.
    template <class E, class = std::enable_if_t<detail::About<E>::vocabulary != 0>>
    constexpr Value(std::optional<E> value) noexcept
        : of(static_cast<Vocabulary>(detail::About<E>::vocabulary)), code(number(detail::code(value)))
    {
    }

private:
    // A status is negative.
    template <class Code>
    static constexpr std::uint16_t number(Code code) noexcept
    {
        if constexpr (std::is_signed_v<Code>)
            return static_cast<std::uint16_t>(-code);
        else
            return code;
    }
};

// How many persons assess_many() answered.
struct [[nodiscard]] Progress {
    Status status;
    // The number of persons answered. On an error, the index of the person who has it.
    std::size_t done;

    constexpr explicit operator bool() const noexcept { return status == Status::Ok; }
};

// A law to decide by: the built-in one, or an opened one, which must stay where it is. It is as small as a pointer: pass it by
// value. Where a function takes 'years', they are a calendar of the program. They replace years of the law or are added to them.
class Law {
public:
    // The law that the library is built with.
    constexpr Law() noexcept = default;
    constexpr Law(const OpenedLaw &opened) noexcept : law_(&opened) {}
    Law(const OpenedLaw &&) = delete;
    // From a law of C; nullptr: the built-in one.
    constexpr explicit Law(const kz_law *law) noexcept : law_(law) {}
    constexpr const kz_law *c() const noexcept { return law_; }

    // ---- Decide ----

    // What the law requires of a person: the obligation with its reasons, or the fact to ask for next.
    Result<Assessment> assess(const Facts &facts) const noexcept
    {
        return Result<Assessment>::from([&](kz_assessment *out) { return kz_assess(law_, &facts, out); });
    }

    // Assesses persons in order. Status::BufferTooSmall if there is no room for all answers.
    Progress assess_many(Span<const Facts> persons, Span<Assessment> answers) const noexcept
    {
        if (answers.size() < persons.size())
            return {Status::BufferTooSmall, 0};
        std::size_t done = 0;
        const kz_status status = kz_assess_many(law_, persons.data(), persons.size(), answers.data(), &done);
        return {static_cast<Status>(status), done};
    }

    // Assesses the persons of a table: as many as 'on' has days. Status::BufferTooSmall, and nothing is written, if another column
    // has more or fewer facts, a bitmap has fewer bits, or an answer has less room.
    Status assess_columns(const FactColumns &persons, const AnswerColumns &answers, std::optional<Edition> edition = std::nullopt,
                          std::optional<AgeReading> age_reading = std::nullopt) const noexcept
    {
        if (!persons.fits(persons.rows()) || !answers.fits(persons.rows()))
            return Status::BufferTooSmall;
        return static_cast<Status>(
            kz_assess_columns(law_, &persons, persons.rows(), detail::code(edition), detail::code(age_reading), &answers));
    }

    // Why an obligation comes out or is possible: which rows were passed over, and which fact excluded each.
    Result<Trace> explain(const Facts &facts, Obligation obligation) const noexcept
    {
        return Result<Trace>::from(
            [&](kz_trace *out) { return kz_explain(law_, &facts, static_cast<kz_obligation>(obligation), out); });
    }

    // ---- Plan ----

    // By which steps a person gets the document, or why not; or which fact to ask for next.
    Result<PlanAnswer> plan(const Facts &facts) const noexcept
    {
        return Result<PlanAnswer>::from([&](kz_plan_answer *out) { return kz_plan(law_, &facts, out); });
    }

    // ---- Deadlines ----

    // By which day something must be done, or is ready, after an event.
    Result<Window> window(Term term, const TermQuestion &question, Span<const Year> years = {}) const noexcept
    {
        return Result<Window>::from([&](kz_window *out) {
            return kz_window_get(law_, static_cast<kz_term>(term), &question, years.data(), years.size(), out);
        });
    }

    // ---- Countries ----

    // What the law has about a country on a day. The code is from ISO 3166-1: two or three capital letters, or three digits.
    Result<CountryAnswer> country(Date on, std::string_view code) const noexcept
    {
        return Result<CountryAnswer>::from(
            [&](kz_country_answer *out) { return kz_country_get(law_, on, code.data(), code.size(), out); });
    }

    // Whether a foreign establishment takes part in the IIN pilot on a day: yes, or not known.
    Result<std::optional<Answer>> mission_in_pilot(Date on, std::optional<MissionKind> kind, std::string_view code) const noexcept
    {
        kz_answer answer = 0;
        const kz_status status = kz_mission_in_pilot(law_, on, detail::code(kind), code.data(), code.size(), &answer);
        if (status != KZ_OK)
            return static_cast<Status>(status);
        return detail::given<Answer>(answer);
    }

    // ---- Registration ----

    // Applies an event to a case. On an error the case stays as it was.
    Status apply(Case &registration, const CaseEvent &event) const noexcept
    {
        return static_cast<Status>(kz_case_apply(law_, &registration, &event));
    }

    // The contents of a case: its state, its days, its history.
    Result<CaseView> view(const Case &registration) const noexcept
    {
        return Result<CaseView>::from([&](kz_case_view *out) { return kz_case_get(law_, &registration, out); });
    }

    // The window that is running. All is empty if none is.
    Result<Window> window(const Case &registration, Span<const Year> years = {}) const noexcept
    {
        return Result<Window>::from(
            [&](kz_window *out) { return kz_case_window(law_, &registration, years.data(), years.size(), out); });
    }

    // Where a day stands in the window that is running.
    Result<WindowDay> window_day(const Case &registration, Date on, Span<const Year> years = {}) const noexcept
    {
        return Result<WindowDay>::from(
            [&](kz_window_day *out) { return kz_case_day(law_, &registration, on, years.data(), years.size(), out); });
    }

    // On which ground a finding leads to a refusal, and what may help against it.
    Result<Refusal> refusal(Procedure procedure, Finding finding) const noexcept
    {
        return Result<Refusal>::from([&](kz_refusal *out) {
            return kz_refusal_get(law_, static_cast<kz_procedure>(procedure), static_cast<kz_finding>(finding), out);
        });
    }

    // ---- IIN ----

    // A way to an IIN, and whether it is open to the person. 'place': its number, from 0, in order of preference.
    Result<IinWayInfo> iin_way_at(const Facts &facts, std::uint8_t place) const noexcept
    {
        return Result<IinWayInfo>::from([&](kz_iin_way_info *out) { return kz_iin_way_at(law_, &facts, place, out); });
    }

    // What an application for an IIN needs if it is filed at a foreign establishment.
    Result<PilotPapers> iin_papers(Date on, std::optional<Answer> latin_or_cyrillic, std::optional<Answer> convention_state) const noexcept
    {
        return Result<PilotPapers>::from([&](kz_pilot_papers *out) {
            return kz_iin_papers(law_, on, detail::code(latin_or_cyrillic), detail::code(convention_state), out);
        });
    }

    // ---- Calendar and clock ----

    // Whether a day is a working day, and if not, why.
    Result<CalendarDay> working_day(Date date, Week week, Span<const Year> years = {}) const noexcept
    {
        return Result<CalendarDay>::from([&](kz_calendar_day *out) {
            return kz_is_working_day(law_, date, static_cast<kz_week>(week), years.data(), years.size(), out);
        });
    }

    // The working day with this number, counted from a day.
    Result<Date> add_working_days(Date from, std::uint16_t days, FirstDay first_day, Week week, Span<const Year> years = {}) const noexcept
    {
        return Result<Date>::from([&](kz_date *out) {
            return kz_add_working_days(law_, from, days, static_cast<kz_first_day>(first_day), static_cast<kz_week>(week),
                                       years.data(), years.size(), out);
        });
    }

    // Converts seconds of UTC since the start of 1970 to the day in Kazakhstan.
    Result<Date> local_date(std::int64_t unix_seconds, Zone zone) const noexcept
    {
        return Result<Date>::from(
            [&](kz_date *out) { return kz_local_date(law_, unix_seconds, static_cast<kz_zone>(zone), out); });
    }

    // Which day it is today by a clock. Status::ClockNotSet if it cannot be right.
    Result<Date> today(std::int64_t unix_seconds, Zone zone) const noexcept
    {
        return Result<Date>::from([&](kz_date *out) { return kz_today(law_, unix_seconds, static_cast<kz_zone>(zone), out); });
    }

    // ---- The law itself ----

    // Which law it is.
    Result<LawIdentity> identity() const noexcept
    {
        return Result<LawIdentity>::from([&](kz_law_identity *out) { return kz_law_get(law_, out); });
    }

    // A provision, with its citation and the days on which it applies.
    Result<ProvisionInfo> provision(Provision number) const noexcept
    {
        return Result<ProvisionInfo>::from(
            [&](kz_provision_info *out) { return kz_provision_get(law_, static_cast<kz_provision>(number), out); });
    }

    // The provision at this place in the law, from 0; none after the last one.
    std::optional<Provision> provision_at(std::uint16_t place) const noexcept
    {
        return detail::given<Provision>(kz_provision_at(law_, place));
    }

    // On which day after this one the law changes next, and what changes.
    Result<Milestone> milestone_after(Date day) const noexcept
    {
        return Result<Milestone>::from([&](kz_milestone *out) { return kz_milestone_after(law_, day, out); });
    }

    // Decides the test cases in the law's pack, and compares the results with those expected.
    Status self_test() const noexcept { return static_cast<Status>(kz_law_self_test(law_)); }

    // ---- Records ----

    // Decides, and issues a capture ticket for the scanner. 'identifier': random bytes.
    Result<TicketRecord> issue_ticket(const Facts &facts, const std::array<std::uint8_t, identifier_bytes> &identifier) const noexcept
    {
        return Result<TicketRecord>::from(
            [&](kz_ticket_record *out) { return kz_ticket_issue(law_, &facts, identifier.data(), out); });
    }

    // Decides, and writes a receipt for the audit log.
    Result<ReceiptRecord> issue_receipt(const Facts &facts) const noexcept
    {
        return Result<ReceiptRecord>::from([&](kz_receipt_record *out) { return kz_receipt_issue(law_, &facts, out); });
    }

    // Reads a receipt, decides again from its facts, and says whether the result is the same.
    Result<Verification> verify_receipt(Bytes receipt) const noexcept
    {
        return Result<Verification>::from(
            [&](kz_verification *out) { return kz_receipt_verify(law_, receipt.data(), receipt.size(), out); });
    }

    // ---- Names and texts. They end with a NUL. Empty if there is none. ----

    // The name of a value, or the identifier of a provision, document or edition. For logs and files.
    std::string_view name(Value value) const noexcept
    {
        return view(kz_name(law_, static_cast<kz_vocabulary>(value.of), value.code));
    }

    // How many values a vocabulary has, numbered from 1.
    std::uint16_t count(Vocabulary of) const noexcept { return kz_vocabulary_count(law_, static_cast<kz_vocabulary>(of)); }

    // The text in a language that is fixed at compile time: a program links that language alone.
    template <Language L>
    std::string_view text(Value value, TextForm form) const noexcept
    {
        static_assert((KZ_HAS_TEXT_KK && L == Language::Kk) || (KZ_HAS_TEXT_RU && L == Language::Ru)
                          || (KZ_HAS_TEXT_EN && L == Language::En),
                      "the library is built without this language");
        [[maybe_unused]] const auto of = static_cast<kz_vocabulary>(value.of);
        [[maybe_unused]] const auto in_form = static_cast<kz_text_form>(form);
        const char *found = nullptr;
#if KZ_HAS_TEXT_KK
        if constexpr (L == Language::Kk)
            found = kz_text_kk(law_, of, value.code, in_form);
#endif
#if KZ_HAS_TEXT_RU
        if constexpr (L == Language::Ru)
            found = kz_text_ru(law_, of, value.code, in_form);
#endif
#if KZ_HAS_TEXT_EN
        if constexpr (L == Language::En)
            found = kz_text_en(law_, of, value.code, in_form);
#endif
        return view(found);
    }

    // The text in any language: a program links all that are switched on.
    std::string_view text(Language language, Value value, TextForm form) const noexcept
    {
        return view(kz_text(law_, static_cast<kz_language>(language), static_cast<kz_vocabulary>(value.of), value.code,
                            static_cast<kz_text_form>(form)));
    }

    // A few words.
    template <Language L>
    std::string_view label(Value value) const noexcept
    {
        return text<L>(value, TextForm::Label);
    }
    std::string_view label(Language language, Value value) const noexcept { return text(language, value, TextForm::Label); }

    // A sentence; of a fact it is the question that asks for it.
    template <Language L>
    std::string_view sentence(Value value) const noexcept
    {
        return text<L>(value, TextForm::Sentence);
    }
    std::string_view sentence(Language language, Value value) const noexcept { return text(language, value, TextForm::Sentence); }

private:
    static std::string_view view(const char *text) noexcept { return text ? text : ""; }

    const kz_law *law_ = nullptr;
};

// The name of a value of a closed set. For numbers of a law see Law::name().
template <class E, class = std::enable_if_t<detail::About<E>::count != 0 && detail::About<E>::vocabulary != 0>>
std::string_view name(E value) noexcept
{
    return Law().name(value);
}

#ifdef KZ_RULES_OSTREAM

inline std::ostream &operator<<(std::ostream &out, const Date &date)
{
    return out << date.iso().data();
}

inline std::ostream &operator<<(std::ostream &out, Status status)
{
    return out << name(status);
}

// The name of a value.
template <class E, class = std::enable_if_t<detail::About<E>::count != 0 && detail::About<E>::vocabulary != 0>>
std::ostream &operator<<(std::ostream &out, E value)
{
    return out << name(value);
}

// "{mandatory, voluntary}".
template <class E>
std::ostream &operator<<(std::ostream &out, Set<E> set)
{
    const char *between = "";
    out << '{';
    for (const E value : set) {
        out << between << value;
        between = ", ";
    }
    return out << '}';
}

#endif

} // namespace kz

#endif // KZ_RULES_HPP
