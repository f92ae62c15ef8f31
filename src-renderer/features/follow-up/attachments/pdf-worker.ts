/** pdf.js's own worker, bundled with the program: the content security policy lets no other script in. */
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
