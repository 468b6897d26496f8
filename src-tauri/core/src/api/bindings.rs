//! The types of requests and answers as one TypeScript file, generated from the Rust types.

use super::register;
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// Collects types with everything they refer to.
pub struct Sammlung {
    config: Config,
    gesehen: HashSet<TypeId>,
    typen: BTreeMap<String, String>,
    operationen: Vec<String>,
    abfragen: Vec<String>,
    doppelt: Vec<String>,
}

impl Sammlung {
    pub(super) fn operation<T: TS + 'static>(&mut self, name: &str) {
        self.visit::<T>();
        self.operationen.push(format!("  \"{name}\": {};", T::name(&self.config)));
    }

    pub(super) fn abfrage<A: TS + 'static, R: TS + 'static>(&mut self, name: &str) {
        self.visit::<A>();
        self.visit::<R>();
        self.abfragen.push(format!(
            "  \"{name}\": {{ anfrage: {}; antwort: {} }};",
            A::name(&self.config),
            R::name(&self.config)
        ));
    }
}

impl TypeVisitor for Sammlung {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.gesehen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let (name, text) = (T::ident(&self.config), format!("export {}", T::decl(&self.config)));
            if self.typen.get(&name).is_some_and(|vorher| *vorher != text) {
                self.doppelt.push(name.clone());
            }
            self.typen.insert(name, text);
        }
    }
}

/// Contents of `ui/src/ipc/bindings.ts`. Amounts are cents within 2^53, so integers are `number`.
pub fn typescript() -> String {
    let mut s = Sammlung {
        config: Config::new().with_large_int("number"),
        gesehen: HashSet::new(),
        typen: BTreeMap::new(),
        operationen: Vec::new(),
        abfragen: Vec::new(),
        doppelt: Vec::new(),
    };
    register::alle_typen(&mut s);
    super::arbeitsplatz::typen(&mut s);
    if !s.doppelt.is_empty() {
        // TypeScript has one space of names: the second of them would silently replace the first.
        return format!("Two Rust types share a name: {}. Rename one of them.", s.doppelt.join(", "));
    }
    let typen: Vec<String> = s.typen.into_values().collect();
    format!(
        "// Generated from the Rust types by the test `bindings`; do not edit.\n\n{}\n\n\
         /** Every operation by name, with its request. */\nexport interface Operationen {{\n{}\n}}\n\n\
         /** Every query by name, with request and answer. */\nexport interface Abfragen {{\n{}\n}}\n",
        typen.join("\n\n"),
        s.operationen.join("\n"),
        s.abfragen.join("\n"),
    )
}
