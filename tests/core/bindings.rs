//! The TypeScript types of the window are generated from the Rust types and committed.

#[test]
fn bindings_sind_frisch() {
    let pfad = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/ipc/bindings.ts");
    let neu = iks_core::api::typescript();
    assert!(neu.starts_with("// Generated"), "{neu}");
    let alt = std::fs::read_to_string(pfad).unwrap_or_default();
    if alt != neu {
        std::fs::create_dir_all(std::path::Path::new(pfad).parent().unwrap()).unwrap();
        std::fs::write(pfad, &neu).unwrap();
        // On a developer's machine the file is simply renewed; CI must find it committed.
        assert!(
            std::env::var_os("CI").is_none(),
            "ui/src/ipc/bindings.ts was not fresh; run `cargo test -p iks-core` and commit it"
        );
    }
}
