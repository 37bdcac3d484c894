using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Files;

/// <summary>A backup or a sealed archive becomes a competition of its own beside the old one; nothing is replaced.</summary>
public sealed class CompetitionRestore(Competitions competitions, DataFolder folder, PersonalSeal seal, CertificateKeys keys)
{
    /// <summary>What is to be said of an archive that somebody else signed, in Chinese: anybody can alter one and sign it with a key of the own. Null: the key is known here, or it is a plain backup.</summary>
    public string? KeyNote(string path)
    {
        if (!VerifyArchive.IsArchive(path) || VerifyArchive.ManifestOf(path) is not { } manifest)
        {
            return null;
        }

        var key = Convert.FromBase64String(manifest.Key);
        return keys.PublicKeys.Values.Any(known => known.AsSpan().SequenceEqual(key)) ? null
            : $"注意：归档包由这台电脑不认识的密钥签名，指纹 {manifest.KeyPrint}。请与主办方公布的核对，不一样就不能相信里面的内容。";
    }

    /// <param name="path">A backup (.db) or a sealed archive (.zip).</param>
    /// <returns>The competition, or why not, in Chinese.</returns>
    public async Task<(OpenCompetition? Restored, string? Fault)> Run(string path, CompetitionId id, string actor, CancellationToken cancel)
    {
        if (!DataFolder.CanMake(id))
        {
            return (null, "编号只能用小写英文字母、数字和横线，例如 yindubei-2026-huifu。");
        }

        var target = folder.FileOf(id);
        if (competitions.Find(id) is not null || File.Exists(target))
        {
            return (null, $"编号 {id} 的比赛已经有了，恢复不会覆盖它，请换一个编号。");
        }

        var unfinished = CompetitionImport.Unfinished(target);
        try
        {
            if (await Task.Run(() => Checked(path, unfinished), cancel) is { } fault)
            {
                return (null, fault);
            }

            File.Move(unfinished, target);
        }
        catch (Exception failure) when (failure is NotALedgerException or NotAnArchiveException)
        {
            return (null, failure.Message);
        }
        finally
        {
            CompetitionImport.Remove(unfinished);
        }

        return (await Renamed(competitions.Create(id), actor, cancel), null);
    }

    private static string? Checked(string path, string unfinished)
    {
        if (VerifyArchive.IsArchive(path))
        {
            var archive = VerifyArchive.Run(path);
            if (!archive.Intact)
            {
                return $"归档包已损坏：{string.Join('；', archive.Findings.Take(3))}。没有恢复。";
            }

            VerifyArchive.TakeLedger(path, unfinished);
            return null;
        }

        var verification = VerifyLedger.Run(path);
        if (!verification.Intact)
        {
            return $"备份已损坏，共 {verification.Findings.Count} 处。没有恢复，请换一份更早的备份。";
        }

        Backups.Copy(path, unfinished);
        return null;
    }

    // The copy gets its own id, so that screens and portal never mix the two, and the key to its people's data.
    private async Task<OpenCompetition> Renamed(OpenCompetition restored, string actor, CancellationToken cancel)
    {
        if (restored.Read(state => state.Competition) is { } competition && competition.Id != restored.Id)
        {
            if (competitions.Find(competition.Id) is not null)
            {
                competitions.Hide(restored, hidden: true); // or everybody took part twice
            }

            seal.Share(competition.Id, restored.Id);
            await restored.Execute(Guid.CreateVersion7(), actor, _ => Decision.Of(new CompetitionDefined(competition with { Id = restored.Id })), cancel);
        }

        return restored;
    }
}
