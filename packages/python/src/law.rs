//! Laws: the built-in one, and those of packs.

use std::sync::Arc;

use ed25519_compact::{PublicKey, Signature};
use kz_rules_core::{self as rules, AtLeast, Edition, Sections};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use rules::time::Date;

use crate::error::{bad_input, bad_pack};
use crate::words::{self, Tuple};

/// A law from a pack, with the bytes of the pack.
struct Opened {
    /// They refer to the bytes below.
    sections: Sections<'static>,
    /// Never changed, and freed after the sections.
    _pack: Arc<[u8]>,
}

/// A law to decide by.
///
/// >>> law = Law.built_in()
/// >>> law.name, law.edition_names
/// ('kazakhstan', ('enacted', 'announced'))
/// >>> law.provision("L50-CASE-3").document
/// 'L50'
#[pyclass(frozen, module = "kz_rules")]
#[derive(Clone)]
pub(crate) struct Law(Option<Arc<Opened>>);

impl Law {
    /// The law that was given, or the built-in one.
    pub(crate) fn or_built_in(given: Option<&Bound<'_, Self>>) -> Self {
        given.map_or(Self(None), |law| law.get().clone())
    }

    pub(crate) fn rules(&self) -> rules::Law<'_> {
        self.0.as_ref().map_or(rules::Law::BUILT_IN, |opened| {
            rules::Law::from(&opened.sections)
        })
    }

    /// The identifier of a provision.
    pub(crate) fn id(&self, provision: rules::Provision) -> String {
        let entry = self.rules().provision(provision);
        entry.map_or_else(String::new, |entry| entry.id().to_owned())
    }

    pub(crate) fn ids(
        &self,
        provisions: impl IntoIterator<Item = rules::Provision>,
    ) -> Vec<String> {
        provisions
            .into_iter()
            .map(|provision| self.id(provision))
            .collect()
    }

    /// The edition with a name; the first if none is given.
    pub(crate) fn edition(&self, name: Option<&str>) -> PyResult<Edition> {
        name.map_or(Ok(Edition::FIRST), |name| {
            let edition = self.rules().edition_by_name(name);
            let wanted = || format!("'{name}' is none of {}", self.edition_names().0.join(", "));
            edition.ok_or_else(|| bad_input("edition", &wanted()))
        })
    }
}

/// The key in 32 bytes, or in a text in PEM, as `kz-law key` and openssl write it.
fn public_key(key: &[u8]) -> Option<PublicKey> {
    if let Ok(bytes) = key.try_into() {
        return Some(PublicKey::new(bytes));
    }
    PublicKey::from_pem(core::str::from_utf8(key).ok()?).ok()
}

#[pymethods]
impl Law {
    /// The law that the library is built with.
    #[staticmethod]
    fn built_in() -> Self {
        Self(None)
    }

    /// Opens a pack that is signed by a key, and checks everything in it.
    ///
    /// `key`: the 32 bytes of an Ed25519 public key, or the text of a `.pub` file. `at_least`: the lowest sequence that is
    /// accepted. `name`: the name that the law must have; without it, that of the built-in law.
    ///
    /// Raises `BadPack`, and `BadInput` for an invalid key or sequence.
    #[staticmethod]
    #[pyo3(signature = (pack, key, at_least=None, *, name=None),
        text_signature = "(pack, key, at_least=0, *, name=None)")]
    fn open(
        pack: &[u8],
        key: &[u8],
        at_least: Option<&Bound<'_, PyAny>>,
        name: Option<&str>,
    ) -> PyResult<Self> {
        let key = public_key(key).ok_or_else(|| {
            bad_input("key", "neither 32 bytes nor a public key of Ed25519 in PEM")
        })?;
        let at_least = AtLeast {
            name: name.unwrap_or(rules::Law::BUILT_IN.name()),
            sequence: at_least.map_or(Ok(0), |least| words::number("at_least", least, u32::MAX))?,
        };
        let pack: Arc<[u8]> = pack.into();
        let bytes: *const [u8] = &raw const *pack;
        // SAFETY: the bytes do not move, nobody changes them, and they are kept as long as what is read from them: both
        // are in one `Opened`, and nothing that it returns outlives it.
        let bytes: &'static [u8] = unsafe { &*bytes };
        let verify = |message: &[u8], signature: &[u8; 64]| {
            key.verify(message, &Signature::new(*signature)).is_ok()
        };
        let sections = rules::Law::open(bytes, verify, at_least).map_err(bad_pack)?;
        Ok(Self(Some(Arc::new(Opened {
            sections,
            _pack: pack,
        }))))
    }

    /// The law's name: a law replaces an earlier one of the same name.
    #[getter]
    fn name(&self) -> &str {
        self.rules().name()
    }

    /// The number of this law among those of the same name: a later law has a higher one.
    #[getter]
    fn sequence(&self) -> u32 {
        self.rules().sequence()
    }

    /// The day up to which the law is known: a fact about its sources, not a warranty.
    #[getter]
    fn known_until(&self) -> Date {
        self.rules().known_until().into()
    }

    /// Sixteen hexadecimal digits that differ when anything that decides differs: all but the texts. They do not protect
    /// against forgery.
    #[getter]
    fn digest(&self) -> String {
        format!("{:016x}", self.rules().digest())
    }

    /// The names of the editions; the first one decides by default.
    #[getter]
    fn edition_names(&self) -> Tuple<Vec<&str>> {
        let name = |number| self.rules().edition_name(Edition::new(number));
        Tuple((1..=u8::MAX).map_while(name).collect())
    }

    /// The provisions, in the order of the law's page.
    #[getter]
    fn provisions(&self) -> Tuple<Vec<Provision>> {
        let rules = self.rules();
        Tuple(
            rules
                .all_provisions()
                .filter_map(|entry| Provision::of(rules, entry.id()))
                .collect(),
        )
    }

    /// The provision with this identifier. Raises `KeyError`.
    fn provision(&self, id: &str) -> PyResult<Provision> {
        Provision::of(self.rules(), id).ok_or_else(|| PyKeyError::new_err(id.to_owned()))
    }

    fn __repr__(&self) -> String {
        format!("<Law {} {}>", self.name(), self.sequence())
    }

    fn __eq__(&self, other: &Self) -> bool {
        (self.name(), self.sequence(), self.digest())
            == (other.name(), other.sequence(), other.digest())
    }

    fn __hash__(&self) -> u64 {
        self.rules().digest()
    }
}

/// A provision of a law.
#[pyclass(frozen, get_all, eq, hash, module = "kz_rules")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Provision {
    /// Its identifier, such as `L50-CASE-3`.
    id: String,
    /// The identifier of its document.
    document: Option<String>,
    /// Its place in the document.
    place: String,
    /// What it says, in short.
    substance: String,
}

impl Provision {
    /// The provision with an identifier.
    fn of(law: rules::Law<'_>, id: &str) -> Option<Self> {
        let entry = law.provision(law.provision_by_id(id)?)?;
        Some(Self {
            id: id.to_owned(),
            document: entry.document().map(|document| document.id().to_owned()),
            place: entry.place().as_str().to_owned(),
            substance: entry.substance().as_str().to_owned(),
        })
    }
}

#[pymethods]
impl Provision {
    fn __repr__(&self) -> String {
        format!("<Provision {}>", self.id)
    }
}
