<?php

/** Seconds that Retry-After asks to wait, said as a number or as a date (RFC 9110 §10.2.3); 0 where it does not. */
function retryAfterSeconds($value)
{
    $text = trim((string) (is_array($value) ? reset($value) : $value));

    return max(0, ctype_digit($text) ? (int) $text : (int) strtotime($text) - time());
}
