//! The form of a language's file.

/// Turns a glossary into the functions that look it up.
///
/// A line is the legal model's word, the label and, if there is one, the sentence. All texts of a set
/// become one string: nothing but the characters themselves is stored.
macro_rules! glossary {
    ($( $set:ident { $( $word:literal = $label:literal $(, $sentence:literal)?; )+ } )+) => {
        /// The texts of a set: for each value the label and the sentence, if any, each closed with a
        /// NUL.
        pub(super) const fn texts(of: Vocabulary) -> Strings<'static> {
            Strings::new(match of {
                $( Vocabulary::$set => concat!($( $label, "\0", $($sentence,)? "\0" ),+), )+
                // The law has these texts.
                Vocabulary::Provision | Vocabulary::Edition | Vocabulary::Document => "",
            })
        }

        /// The words of a set, in the order of their texts.
        pub(super) const fn words(of: Vocabulary) -> &'static [&'static str] {
            match of {
                $( Vocabulary::$set => &[$($word),+], )+
                Vocabulary::Provision | Vocabulary::Edition | Vocabulary::Document => &[],
            }
        }
    };
}
