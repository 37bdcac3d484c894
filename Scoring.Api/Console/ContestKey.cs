using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Api.Lists;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>A new contest's key: typed, or made from the pinyin of its name; it is a file's name and a piece of every address.</summary>
public static partial class ContestKey
{
    private const int LongestWord = 24;

    public const string Wrong = "编号只能用小写英文字母、数字和横线，例如 yindubei-2027；空着就按名称的拼音取一个。";

    /// <summary>The key as it will be, or what is wrong with it in words.</summary>
    /// <param name="typed">Blank: made from the name.</param>
    public static (CompetitionId Id, string? Fault) Of(string? typed, string name, int year, Func<CompetitionId, bool> taken)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (text.Length == 0)
        {
            return (Made(name, year, taken), null);
        }

        var id = new CompetitionId(text);
        return text.Length > DataFolder.LongestKey ? (id, $"编号最多 {DataFolder.LongestKey} 个字母、数字和横线，这个有 {text.Length} 个。")
            : DataFolder.IsReserved(id) ? (id, $"编号 {id} 系统自己要用，请换一个，例如 {id}-{year}。")
            : !DataFolder.CanMake(id) ? (id, Wrong)
            : taken(id) ? (id, $"编号 {id} 的比赛已经有了，请换一个编号。")
            : (id, null);
    }

    // 第一届“殷都杯”职工技能大赛: the words in quotation marks name it, with the year it is held.
    private static CompetitionId Made(string name, int year, Func<CompetitionId, bool> taken)
    {
        var written = Year().Match(name) is { Success: true } found ? found.Value : year.ToString(CultureInfo.InvariantCulture);
        var called = Quoted().Match(name) is { Success: true } quoted ? quoted.Groups["word"].Value : name;
        var letters = Year().Replace(called, "");
        var word = Plain(Pinyin.Spelled(letters));
        word = word.Length is > 0 and <= LongestWord ? word : Plain(Pinyin.Initials(letters));
        word = word.Length == 0 ? "bisai" : word[..Math.Min(LongestWord, word.Length)];
        return Enumerable.Range(1, int.MaxValue)
            .Select(n => new CompetitionId(n == 1 ? $"{word}-{written}" : $"{word}-{written}-{n}"))
            .First(id => DataFolder.CanMake(id) && !taken(id));
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("[“\"《](?<word>[^”\"》]{1,20})[”\"》]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("(19|20)[0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
