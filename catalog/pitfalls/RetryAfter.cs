/// <summary>Reads Retry-After, which is a number of seconds or a date (RFC 9110 §10.2.3).</summary>
static class RetryAfter
{
    public static int Seconds(string value)
    {
        if (int.TryParse(value, out var seconds)) return seconds;
        var at = System.DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        return (int)System.Math.Max(0, System.Math.Ceiling((at - System.DateTimeOffset.UtcNow).TotalSeconds));
    }
}
