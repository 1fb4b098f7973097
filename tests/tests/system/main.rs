//! What a user builds and runs: the kiosk, firmware, an installed library, CMake, the commands of the README.

mod assurance;
mod cmake;
mod commands;
mod configured;
mod dist;
mod esp_idf;
mod firmware;
mod firmware_rust;
mod install;
mod kiosk;
mod kiosk_cards;
mod kiosk_certificate;
mod kiosk_interview;
mod kiosk_languages;
mod kiosk_output;
mod kiosk_packs;
mod kiosk_records;
mod kiosk_tables;
mod languages;
mod link;
mod monocypher;
mod readme;
mod serial_line;
mod slots;
mod vendor;
mod zephyr;
