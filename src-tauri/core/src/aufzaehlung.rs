//! Closed lists of words: one declaration for storage, wire and label.

/// A closed list of words that storage and wire write the same way.
pub trait Aufzaehlung: Copy + Sized + 'static {
    /// All of them, in the order in which the window lists them.
    const ALLE: &'static [Self];
    /// The word in storage and on the wire.
    fn name(self) -> &'static str;
    /// What people read.
    fn titel(self) -> &'static str;
    /// The one of that name.
    fn aus(name: &str) -> Option<Self> {
        Self::ALLE.iter().copied().find(|x| x.name() == name)
    }
}

/// Declares an [`Aufzaehlung`] whose serde name, storage name and label stand side by side.
macro_rules! aufzaehlung {
    ($(#[$doc:meta])* $Typ:ident { $( $(#[$vdoc:meta])* $V:ident = $name:literal, $titel:literal; )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $Typ { $( $(#[$vdoc])* #[serde(rename = $name)] $V, )* }

        impl $crate::aufzaehlung::Aufzaehlung for $Typ {
            const ALLE: &'static [Self] = &[$( Self::$V ),*];
            fn name(self) -> &'static str { match self { $( Self::$V => $name ),* } }
            fn titel(self) -> &'static str { match self { $( Self::$V => $titel ),* } }
        }
    };
}
pub(crate) use aufzaehlung;
