/* Whether the module in column x of row y of a QR code is dark: 1 or 0. It evaluates its arguments more than
   once. */
#define KZ_QR_IS_DARK(modules, side, x, y) \
    (((modules)[((y) * (side) + (x)) / 8] >> (((y) * (side) + (x)) % 8)) & 1u)
