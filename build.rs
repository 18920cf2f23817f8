//! The default theme is inside the binary: a file that is added to it must make the binary anew.

fn main() {
    println!("cargo::rerun-if-changed=themes/mensi");
}
