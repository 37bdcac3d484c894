using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Lists;

namespace Scoring.Api.Console.Importing;

// What is pressed on the preview: answers, trades made, cells mended, the list taken or taken back.
public abstract partial class ImportPage
{
    /// <summary>An answer; a word for a trade is made one, or another name of one, at once.</summary>
    protected async Task<IActionResult> Answered(string upload, string question, string answer)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { } found)
        {
            return LocalRedirect(Here);
        }

        if (question.StartsWith(ReadPlaces.UnknownTrade, StringComparison.Ordinal))
        {
            var word = question[ReadPlaces.UnknownTrade.Length..];
            await Ask(answer == ReadPlaces.NewTrade ? $"已新建{TradeWord}“{word}”" : $"“{word}”已记为别名", state =>
                answer == ReadPlaces.NewTrade ? NewTrades.Make(state, Me.Actor, word) : NewTrades.Alias(
                    state, Me.Actor, new TradeId(answer), word));
            found.Start();
        }
        else
        {
            found.Answer([new(question, answer)]);
        }

        return Back(upload);
    }

    /// <summary>All words for trades that there are not, each made a trade.</summary>
    protected async Task<IActionResult> MakeTrades(string upload)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { Import: { } import } found)
        {
            return LocalRedirect(Here);
        }

        var made = 0;
        foreach (var word in import.UnknownTrades)
        {
            made += await Open.Execute(EntryFor(word), Me.Actor.ToString(), state => NewTrades.Make(state, Me.Actor, word), HttpContext.RequestAborted, via: Me.Via) is Ledger.Outcome.Accepted ? 1 : 0;
        }

        Say(made == import.UnknownTrades.Count ? $"已新建 {made} 个{TradeWord}，评分表和设置同已有的{TradeWord}一样，可以在“评分方案”里改" : $"新建了 {made} 个{TradeWord}，其余的没有建成，请在“{TradeWord}设置”里新增",
            bad: made != import.UnknownTrades.Count);
        found.Start();
        return Back(upload);
    }

    /// <summary>A cell as it should have been; the file itself stays as it is.</summary>
    protected IActionResult Mended(string upload, string place, string? text)
    {
        uploads.Find(upload, Me.Login, Open.Id)?.Answer([Mends.Of(place, text)]);
        return Back(upload, place);
    }

    /// <summary>The checked list of an upload; null: there is none.</summary>
    protected async Task<ListImport?> Ready(string upload)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { } found)
        {
            return null;
        }

        await found.Work;
        return found.Import;
    }

    /// <summary>The list was taken elsewhere than into the ledger.</summary>
    protected void Over(string upload) => uploads.Forget(upload);

    /// <summary>All or nothing; or, as the organizer chooses, the good rows.</summary>
    protected async Task<IActionResult> CarryOut(string upload, bool onlyGood, string done)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { } found)
        {
            return LocalRedirect(Here);
        }

        await found.Work;
        if (found.Import is not { } import)
        {
            return LocalRedirect(With("upload", upload));
        }

        if (import.Good > ListImport.MostAnEntry)
        {
            Remember(found, import);
            found.Take(Open, Me.Actor.ToString(), onlyGood, done);
            return LocalRedirect(With("upload", upload));
        }

        // Held against the state as it is when the ledger takes it, not as it was when it was looked at.
        ListImport Now(CompetitionState state) => import.At == state.Version ? import : import = found.Again(state);
        var parts = Open.Read(state => Now(state).Parts(onlyGood).Count);
        if (parts > 1 && Open.Read(state => Now(state).Parts(onlyGood).Select(p => p(state)).OfType<Decision.Refuse>().FirstOrDefault()) is { } refused)
        {
            Say(refused.Message.ToString(), bad: true);
            return LocalRedirect(With("upload", upload));
        }

        for (var part = 0; part < parts; part++)
        {
            var at = part;
            if (!await Ask(parts > 1 ? $"{done}，{import.Divided(parts)}" : done, state => at == 0 ? Now(state).Parts(onlyGood)[0](state) : import.Parts(onlyGood)[at](state)))
            {
                return LocalRedirect(With("upload", upload));
            }

            Entry = EntryFor($"{part + 1}");
        }

        Remember(found, import);
        uploads.Forget(upload);
        return LocalRedirect(Here);
    }

    private void Remember(Upload upload, ListImport import) => spellings.Remember(import.Spellings.Concat(
        upload.Answers.Where(a => a.Key.StartsWith(ListShape.Header, StringComparison.Ordinal)).Select(a => (a.Key, a.Value))));

    protected Task<IActionResult> TakeBack(long import, string? reason) =>
        Carry("导入已撤销", state => UndoImport.Decide(state, import, reason ?? ""));

    private LocalRedirectResult Back(string upload, string? place = null)
    {
        UploadKey = upload;
        var row = place?.Split('!') is [var sheet, var address] && Worksheet.Place(address) is { } cell ? $"#r{sheet}-{cell.Row + 1}" : "";
        return LocalRedirect($"{PageAt(PageNumber)}{row}");
    }
}
