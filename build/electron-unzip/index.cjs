/**
 * Stands in for @electron-internal/extract-zip, which asks for Node 22.12, when `npx install-electron` unpacks the
 * desktop program: the same two exports over the extractor that Electron itself used until version 42.
 */
const extract = require('extract-zip')

module.exports = { extract, default: extract }
