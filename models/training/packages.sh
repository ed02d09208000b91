#!/bin/sh
# Installs the fonts, texts and browser that training uses. Packages that are not in this Debian release are reported and skipped.
set -u
apt="apt-get -qq -o DPkg::Lock::Timeout=900"
$apt update
packages="chromium
    fonts-dejavu fonts-dejavu-extra fonts-liberation fonts-liberation2 fonts-noto-core fonts-noto-mono fonts-noto-ui-core
    fonts-roboto fonts-roboto-slab fonts-open-sans fonts-lato fonts-inter fonts-cantarell fonts-croscore fonts-crosextra-carlito
    fonts-crosextra-caladea fonts-freefont-ttf fonts-urw-base35 fonts-texgyre fonts-lmodern fonts-ebgaramond fonts-linuxlibertine
    fonts-sil-gentium fonts-sil-gentiumplus fonts-sil-charis fonts-junicode fonts-stix fonts-firacode fonts-hack fonts-jetbrains-mono
    fonts-inconsolata fonts-courier-prime fonts-ocr-b fonts-opendyslexic fonts-dancingscript fonts-humor-sans fonts-ibm-plex
    fonts-play fonts-vollkorn fonts-cabin fonts-karla fonts-mononoki fonts-comfortaa fonts-lobster fonts-lobstertwo fonts-oswald
    fonts-terminus-otb fonts-montserrat fonts-quicksand fonts-raleway fonts-crimson fonts-cascadia-code fonts-go fonts-tuffy
    fonts-ubuntu fonts-cmu fonts-gfs-didot fonts-dosis fonts-exo fonts-mplus fonts-paratype fonts-anonymous-pro fonts-clear-sans
    fonts-comic-neue fonts-jura fonts-monofur fonts-oldstandard fonts-prociono fonts-tomsontalks fonts-spleen xfonts-base fonts-b612 fonts-agave
    fonts-averia-sans-gwf fonts-averia-serif-gwf fonts-league-mono fonts-adf-accanthis fonts-adf-baskervald fonts-adf-berenis
    fonts-adf-gillius fonts-adf-ikarius fonts-adf-irianis fonts-adf-libris fonts-adf-mekanus fonts-adf-oldania fonts-adf-romande
    fonts-adf-solothurn fonts-adf-switzera fonts-adf-tribun fonts-adf-universalis fonts-adf-verana ttf-bitstream-vera
    wamerican wfrench wngerman wspanish witalian wpolish wportuguese wswedish wdutch wdanish wnorwegian wcatalan
    manpages manpages-de manpages-fr manpages-es manpages-pl manpages-cs manpages-da manpages-hu manpages-it manpages-nl
    manpages-pt-br manpages-ro manpages-sv manpages-fi manpages-nb"
# shellcheck disable=SC2086 # a list of names
available=$(apt-cache madison $packages | cut -d'|' -f1 | tr -d ' ' | sort -u)
for package in $packages; do
    echo "$available" | grep -qx -- "$package" || echo "not in this release: $package"
done
# shellcheck disable=SC2086
$apt install -y --no-install-recommends $available >/dev/null
