using System.Globalization;
using System.IO.Compression;
using System.Text;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Branches;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Display.Certificates;

namespace Scoring.Api.Branches;

/// <summary>
/// What a branch's laptop gets: the ledger up to the entry that lent its trades, the key of the contest's personal data and the key the
/// branch signs with, in one file under a password (<see cref="InstallationSeal"/>). The signing key lies nowhere else.
/// </summary>
public sealed class BranchPackages(Competitions competitions, DataFolder folder, PersonalSeal seal, BranchKeys keys, TimeProvider time)
{
    public const string Extension = ".branch";

    private const string Ledger = "ledger.db", Personal = "personal.key", Signing = "branch.key", Number = "branch.txt";
    private const int PerCommit = 1000;

    private string Folder => Directory.CreateDirectory(Path.Combine(folder.Root, "branches")).FullName;

    /// <summary>Made when the trades were lent; null: it could not be made then.</summary>
    public string? Find(CompetitionId competition, int branch) =>
        PathOf(competition, branch) is var path && File.Exists(path) ? path : null;

    /// <summary>Lends the trades and makes the package.</summary>
    /// <param name="password">At least <see cref="InstallationSeal.ShortestPassword"/> characters.</param>
    /// <param name="ask">Puts the decision to the ledger; false: it was refused, and the asker told.</param>
    /// <exception cref="IOException">The trades are lent, and the disk takes no package.</exception>
    public async Task<bool> Lend(
        OpenCompetition open, Actor by, string? name, IReadOnlyList<TradeId> trades, string password,
        Func<Func<CompetitionState, Decision>, Task<bool>> ask)
    {
        using var key = P256.New();
        var spki = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        if (!await ask(state => LendTrades.Decide(state, by, name, trades, spki)))
        {
            return false;
        }

        // Sent twice, the form is answered for the first: the package is then there already, under the key of that time.
        if (open.Read(state => state.Branches.All.FirstOrDefault(b => b.Key == spki)) is { } branch)
        {
            var file = await Task.Run(() => InstallationSeal.Of(password).Close(Packed(open, branch, key.ExportPkcs8PrivateKey())));
            await File.WriteAllBytesAsync(PathOf(open.Id, branch.Number), file);
        }

        return true;
    }

    /// <summary>On the branch's laptop: the contest as it was lent, ready to be marked.</summary>
    /// <returns>The contest, or why not, in Chinese.</returns>
    public async Task<(OpenCompetition? Opened, string? Fault)> Open(byte[] file, string password, string actor, CancellationToken cancel)
    {
        if (await Task.Run(() => InstallationSeal.Open(file, password), cancel) is not { } plain)
        {
            return (null, "打不开这个分会场包：口令不对，或者文件不完整。请核对口令，或重新拷一份。");
        }

        using var zip = new ZipArchive(new MemoryStream(plain));
        if (zip.GetEntry(Number) is not { } said || Bytes(said) is not { } number
            || Encoding.UTF8.GetString(number).Split('\n') is not [var competition, var branch, ..]
            || !DataFolder.CanMake(new(competition)))
        {
            return (null, "这不是分会场包。请选择主会场“分会场”页下载的 .branch 文件。");
        }

        var id = new CompetitionId(competition);
        var target = folder.FileOf(id);
        if (competitions.Find(id) is not null || File.Exists(target))
        {
            return (null, $"编号 {id} 的比赛这台电脑上已经有了，分会场包不会覆盖它。分会场要用另一台电脑；如果是重复打开，请直接从列表进入。");
        }

        var unfinished = CompetitionImport.Unfinished(target);
        try
        {
            // A package is sealed whole: what was put in is in it.
            await File.WriteAllBytesAsync(unfinished, Bytes(zip.GetEntry(Ledger)!), cancel);
            if (await Task.Run(() => VerifyLedger.Run(unfinished), cancel) is { Intact: false } wrong)
            {
                return (null, $"分会场包里的台账不对：{string.Join('；', wrong.Findings.Take(3).Select(f => $"{f.Where}{f.What}"))}。没有打开，请重新拷一份。");
            }

            Begin(unfinished, int.Parse(branch, CultureInfo.InvariantCulture), actor);
            if (zip.GetEntry(Personal) is { } personal)
            {
                seal.Take(id, Bytes(personal));
            }

            keys.Keep(id, Bytes(zip.GetEntry(Signing)!)); // as above
            File.Move(unfinished, target);
        }
        catch (NotALedgerException failure)
        {
            return (null, failure.Message);
        }
        finally
        {
            CompetitionImport.Remove(unfinished);
        }

        return (competitions.Create(id), null);
    }

    // Its first own entry is in the file before the file is in its place: it is never taken for the main venue's.
    private void Begin(string path, int branch, string actor)
    {
        using var store = SqliteLedger.Open(path);
        var (state, head) = (Folding.Begin(), Head.Genesis);
        foreach (var entry in store.ReadAll())
        {
            state.Apply(entry);
            head = new(entry.Sequence, entry.Hash);
        }

        if (OpenBranch.Decide(state, branch) is not Decision.Append { Event: var e })
        {
            throw new NotALedgerException("分会场包里的台账不是分出去时的样子，没有打开。请向主会场重新要一个。");
        }

        var (id, at) = (Guid.CreateVersion7(), DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
        var (sequence, type, payload) = (head.Sequence + 1, EventTypes.NameOf(e), EventTypes.Write(e));
        store.Append([new(sequence, at, id, actor, type, payload, Chain.Hash(sequence, at, id, actor, type, payload, head.Hash.Span))]);
    }

    private byte[] Packed(OpenCompetition open, Branch branch, byte[] signing)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Number, Encoding.UTF8.GetBytes($"{open.Id}\n{branch.Number}\n"));
            Add(zip, Ledger, LedgerUpTo(open, branch.Lent.Sequence));
            Add(zip, Signing, signing);
            if (seal.KeyOf(open.Id) is { } personal)
            {
                Add(zip, Personal, personal);
            }
        }

        return packed.ToArray();
    }

    private byte[] LedgerUpTo(OpenCompetition open, long last)
    {
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            using (var store = SqliteLedger.Open(path))
            {
                for (var next = 1L; next <= last; next += PerCommit)
                {
                    store.Append([.. Enumerable.Range(0, (int)Math.Min(PerCommit, last - next + 1)).Select(i =>
                        open.EntryAt(next + i)!)]); // entries are never gone
                }
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            CompetitionImport.Remove(path);
        }
    }

    private string PathOf(CompetitionId competition, int branch) => Path.Combine(Folder, $"{competition.Value}-{branch}{Extension}");

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
