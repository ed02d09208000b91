#!/bin/sh
# Installs the fonts, texts and browser that training uses. Packages that are not in this Debian release are reported and skipped.
set -u
apt="apt-get -qq -o DPkg::Lock::Timeout=900"
$apt update
packages="chromium librsvg2-bin breeze-icon-theme papirus-icon-theme adwaita-icon-theme tango-icon-theme
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
    fonts-gfs-artemisia fonts-gfs-baskerville fonts-gfs-bodoni-classic fonts-gfs-complutum fonts-gfs-didot-classic fonts-gfs-gazis
    fonts-gfs-neohellenic fonts-gfs-olga fonts-gfs-porson fonts-gfs-solomos fonts-gfs-theokritos fonts-cardo fonts-sil-andika
    fonts-sil-doulos fonts-manrope fonts-sora fonts-linex fonts-hermit fonts-yanone-kaffeesatz fonts-oflb-euterpe fonts-okolaks
    fonts-century-catalogue fonts-junction fonts-hosny-amiri fonts-arkpandora
    wamerican wfrench wngerman wspanish witalian wpolish wportuguese wswedish wdutch wdanish wnorwegian wcatalan
    manpages manpages-de manpages-fr manpages-es manpages-pl manpages-cs manpages-da manpages-hu manpages-it manpages-nl
    manpages-pt-br manpages-ro manpages-sv manpages-fi manpages-nb
    manpages-ru manpages-ru-dev manpages-uk manpages-uk-dev manpages-sr manpages-mk manpages-el manpages-vi
    hunspell-ru hunspell-uk hunspell-be hunspell-bg hunspell-sr hunspell-kk hunspell-mn hunspell-el hunspell-vi wbulgarian wukrainian
    libreoffice-l10n-ru libreoffice-l10n-uk libreoffice-l10n-be libreoffice-l10n-bg libreoffice-l10n-sr libreoffice-l10n-mk
    libreoffice-l10n-kk libreoffice-l10n-mn libreoffice-l10n-el libreoffice-l10n-vi
    git gettext gnupg-l10n evolution-common gnumeric-common gnucash-common gramps digikam-data kdenlive-data pidgin-data
    libgtk-3-common libglib2.0-data nautilus-data rhythmbox-data geany-common filezilla-common xsane-common tuxpaint-data
    fortunes fortunes-min fortunes-ru fortunes-bg fortunes-de fortunes-cs fortunes-es fortunes-it fortunes-pl fortunes-br"
# shellcheck disable=SC2086 # a list of names
available=$(apt-cache madison $packages | cut -d'|' -f1 | tr -d ' ' | sort -u)
for package in $packages; do
    echo "$available" | grep -qx -- "$package" || echo "not in this release: $package"
done
# shellcheck disable=SC2086
$apt install -y --no-install-recommends $available >/dev/null
