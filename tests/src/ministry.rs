//! A ministry: a key pair, the packs that it signs with the law compiler, and the kiosk that uses them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use kz_rules_core::PACK_SIGNATURE_BYTES;

use crate::packs::reseal;
use crate::tools::{feed, folder, kiosk, law_tool, root, succeed};

/// A key pair, and a folder for the packs that it signs.
pub struct Ministry {
    folder: PathBuf,
    pair: PathBuf,
}

impl Ministry {
    /// The one that the kiosk's tests share.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Ministry> = OnceLock::new();
        SHARED.get_or_init(|| Self::new("kiosk-packs"))
    }

    /// A new one, with a folder of this name.
    ///
    /// # Panics
    ///
    /// If the law compiler cannot be built.
    pub fn new(name: &str) -> Self {
        let folder = folder(name);
        let pair = folder.join("ministry");
        succeed(Command::new(law_tool()).arg("key").arg(&pair));
        Self { folder, pair }
    }

    /// The one whose key is in the firmware.
    pub fn of_the_demonstrations(name: &str) -> Self {
        let mut script = Command::new(root().join("scripts/demo-key"));
        let pair = root().join(succeed(&mut script).trim_end());
        Self {
            folder: folder(name),
            pair,
        }
    }

    /// The file of the public key.
    pub fn key(&self) -> PathBuf {
        self.pair.with_extension("pub")
    }

    /// Builds a pack from a page of the repository: with the texts next to it in all languages, or without texts.
    pub fn build(&self, name: &str, page: &str, with_texts: bool) -> PathBuf {
        let options = ["--languages", "kk,ru,en"];
        self.build_with(name, page, if with_texts { &options } else { &[] })
    }

    /// The same with options of `kz-law build`.
    pub fn build_with(&self, name: &str, page: &str, options: &[&str]) -> PathBuf {
        let pack = self.folder.join(name);
        let mut build = Command::new(law_tool());
        build
            .current_dir(root())
            .args(["build", page])
            .args(options);
        build.arg("-o").arg(&pack);
        build.arg("--key").arg(self.pair.with_extension("key"));
        succeed(&mut build);
        pack
    }

    /// Changes the bytes of a pack, and corrects its digest, its checksum and its signature.
    ///
    /// # Panics
    ///
    /// If it was not built here.
    pub fn change(&self, pack: &Path, name: &str, change: impl FnOnce(&mut [u8])) -> PathBuf {
        let mut bytes = fs::read(pack).expect("it was built");
        change(&mut bytes);
        reseal(&mut bytes);
        let end = bytes.len() - PACK_SIGNATURE_BYTES;
        let (message, signature) = (
            self.file("message", &bytes[..end]),
            self.folder.join("signature"),
        );
        let mut openssl = Command::new("openssl");
        openssl.args(["pkeyutl", "-sign", "-rawin", "-inkey"]);
        openssl.arg(self.pair.with_extension("key"));
        openssl.arg("-in").arg(message).arg("-out").arg(&signature);
        succeed(&mut openssl);
        bytes[end..].copy_from_slice(&fs::read(signature).expect("it was written"));
        self.file(name, &bytes)
    }

    /// A file in the folder.
    ///
    /// # Panics
    ///
    /// If it cannot be written.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.folder.join(name);
        fs::write(&file, bytes).expect("the folder is ours");
        file
    }
}

/// Runs the kiosk under the law of a pack.
pub fn by(pack: &Path, key: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut kiosk = Command::new(kiosk());
    kiosk.arg("--law").arg(pack).arg("--law-key").arg(key);
    feed(kiosk.args(arguments), input)
}
