using System.Text;

namespace Scoring.Core.Certificates;

/// <summary>Dates as certificates write them (R-H1): 二〇二六年四月二十三日, with 〇 (U+3007), never 零 or the letter O.</summary>
public static class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Write(DateOnly date) => $"{Year(date.Year)}年{UpTo99(date.Month)}月{UpTo99(date.Day)}日";

    /// <summary>A year is read digit by digit.</summary>
    private static string Year(int year)
    {
        var text = new StringBuilder(4);
        foreach (var digit in year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))
        {
            text.Append(Digits[digit - '0']);
        }

        return text.ToString();
    }

    private static string UpTo99(int number)
    {
        var tens = (number / 10) switch { 0 => "", 1 => "十", var n => $"{Digits[n]}十" };
        return number % 10 == 0 ? tens : $"{tens}{Digits[number % 10]}";
    }
}
