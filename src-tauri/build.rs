//! Tells Tauri where the capabilities lie and which commands the page may call.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    tauri_build::try_build(
        tauri_build::Attributes::new()
            // Without this the folder is silently not loaded, because the package lies one level up.
            .capabilities_path_pattern("src-tauri/capabilities/*.json")
            // Without this list every command runs without any capability.
            .app_manifest(tauri_build::AppManifest::new().commands(&["rufe", "datei_waehlen"])),
    )
    .map_err(|e| e.to_string().into())
}
