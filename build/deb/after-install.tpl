#!/bin/bash
# Run by dpkg as root. electron-builder fills in the names.

# Chromium's sandbox helper. electron-builder's own script sets the bit only where root cannot open user namespaces; UOS and Kylin
# open them to root alone, and there the program would not start for anybody else. Where namespaces work, the helper stays unused.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

if hash update-desktop-database 2>/dev/null; then
    update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24.04 and later refuse user namespaces to programs without a profile; older parsers refuse this profile, and need none.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load "$profile" >/dev/null 2>&1; then
    cp -f "$profile" '/etc/apparmor.d/${executable}'
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
fi
exit 0
