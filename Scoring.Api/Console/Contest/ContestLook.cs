using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Contest;

/// <summary>How a contest looks: its sign on screens and cards, its words on certificates. People write 〔比赛〕 and 〔工种〕 where the names
/// go.</summary>
public sealed class ContestLook(TemplateShelf shelf, ScreenFiles files, Display.Screens.Screens screens)
{
    private static readonly (string Shown, string Kept)[] Holes = [("〔比赛〕", "{competition}"), ("〔工种〕", "{trade}")];

    /// <summary>Address of the sign; null: none was given.</summary>
    public string? Logo => files.Of(FileUse.Logo).FirstOrDefault()?.Address;

    public string UsualBody => Shown(CertificateWords.Usual.Body!);

    public string UsualClosing => Shown(CertificateWords.Usual.Closing!);

    public (string? Body, string? Closing) WordsOf(CompetitionId contest) =>
        shelf.WordsOf(contest) is var said
            ? (said.Body is null ? null : Shown(said.Body), said.Closing is null ? null : Shown(said.Closing)) : default;

    /// <summary>The sentence as it will stand, for a trade and a prize.</summary>
    public string Example(Competition contest, string trade)
    {
        var (body, closing) = WordsOf(contest.Id);
        return $"{(body ?? UsualBody).Replace("〔比赛〕", contest.Name, StringComparison.Ordinal).Replace("〔工种〕", trade, StringComparison.Ordinal)}一等奖。{closing ?? UsualClosing}";
    }

    /// <returns>What is wrong, in words; null: kept.</returns>
    public string? Say(CompetitionId contest, string? body, string? closing) =>
        shelf.Say(contest, new CertificateWords(Kept(body), Kept(closing)));

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

    private static string Shown(string text) => Holes.Aggregate(text, (t, h) => t.Replace(h.Kept, h.Shown, StringComparison.Ordinal))
        .Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Holes.Aggregate(text.Trim(), (t, h) => t.Replace(h.Shown, h.Kept, StringComparison.Ordinal));
}
