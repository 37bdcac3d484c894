using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Contest;

/// <summary>How a contest looks: its sign on screens and cards, its words on certificates. People write 〔比赛〕 and 〔工种〕 where the names
/// go, the latter as the contest says it.</summary>
public sealed class ContestLook(TemplateShelf shelf, ScreenFiles files, Display.Screens.Screens screens)
{
    private static (string Shown, string Kept)[] Holes(string word) =>
        [("〔比赛〕", "{competition}"), ($"〔{word}〕", "{trade}"), (word, "{tradeword}")];

    /// <summary>Address of the sign; null: none was given.</summary>
    public string? Logo => files.Of(FileUse.Logo).FirstOrDefault()?.Address;

    public string UsualBody(string word) => Shown(CertificateWords.Usual.Body!, word);

    public string UsualClosing(string word) => Shown(CertificateWords.Usual.Closing!, word);

    /// <summary>As people write them; null: the usual ones.</summary>
    public CertificateWords WordsOf(CompetitionId contest, string word) => shelf.WordsOf(contest) is var said
        ? new(said.Body is null ? null : Shown(said.Body, word), said.Closing is null ? null : Shown(said.Closing, word)) : new();

    /// <summary>The sentence as it will stand, for a trade and a prize.</summary>
    public string Example(Competition contest, string trade)
    {
        var word = TradeWord.Of(contest);
        var (body, closing) = WordsOf(contest.Id, word);
        var sentence = (body ?? UsualBody(word)).Replace("〔比赛〕", contest.Name, StringComparison.Ordinal)
            .Replace($"〔{word}〕", trade, StringComparison.Ordinal);
        return $"{sentence}一等奖。{closing ?? UsualClosing(word)}";
    }

    /// <returns>What is wrong, in words; null: kept.</returns>
    public string? Say(CompetitionId contest, string word, string? body, string? closing) =>
        shelf.Say(contest, new CertificateWords(Kept(body, word), Kept(closing, word)));

    /// <returns>What is wrong, in words; null: kept, and on every screen.</returns>
    public string? Hang(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return "请选择图片文件。";
        }

        using var content = file.OpenReadStream();
        if (files.Add(FileUse.Logo, $"比赛标志{Path.GetExtension(file.FileName)}", content, file.Length) is { } fault)
        {
            return fault;
        }

        foreach (var screen in screens.All)
        {
            screens.Dress([screen.State.Name],
                new ScreenDress(files.Of(FileUse.Logo).First(f => f.Label == "比赛标志").Address, screen.State.Dress?.Sponsors));
        }

        return null;
    }

    private static string Shown(string text, string word) => Holes(word).Aggregate(text, (t, h) => t.Replace(h.Kept, h.Shown, StringComparison.Ordinal))
        .Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static string? Kept(string? text, string word) => string.IsNullOrWhiteSpace(text) ? null
        : Holes(word).Aggregate(text.Trim(), (t, h) => t.Replace(h.Shown, h.Kept, StringComparison.Ordinal));
}
