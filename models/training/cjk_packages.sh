#!/bin/sh
# Installs the fonts and texts that the CJK recogniser is trained with, besides those of packages.sh.
set -eu
apt-get -qq -o DPkg::Lock::Timeout=900 update
apt-get -qq -o DPkg::Lock::Timeout=900 install -y --no-install-recommends \
    fonts-noto-cjk fonts-wqy-microhei fonts-wqy-zenhei fonts-arphic-uming fonts-arphic-ukai fonts-lxgw-wenkai \
    fonts-ipafont-gothic fonts-ipaexfont-mincho fonts-vlgothic fonts-motoya-l-cedar fonts-sawarabi-mincho \
    fonts-nanum fonts-nanum-extra fonts-unfonts-core \
    manpages-zh manpages-ja manpages-ja-dev hunspell-ko gettext coreutils git gnupg-l10n iso-codes vim-runtime \
    libreoffice-l10n-zh-cn libreoffice-l10n-zh-tw libreoffice-l10n-ja libreoffice-l10n-ko
