/** Pages are documents and need no script of the framework; the comfort script stands in `app/ui/enhance`. */
export {}
