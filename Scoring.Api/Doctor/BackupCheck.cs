using Scoring.Api.Storage;

namespace Scoring.Api.Doctor;

/// <summary>Whether what is entered today would be there tomorrow if this machine broke.</summary>
public static class BackupCheck
{
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(30);

    /// <param name="second">The second folder; null: none is set.</param>
    /// <param name="problem">Why it did not take the last copy.</param>
    /// <param name="sealedToo">Whether accounts and keys are in the backups.</param>
    public static Finding Second(string? second, string? problem, bool sealedToo) => (second, problem, sealedToo) switch
    {
        (null, _, _) => new("backup-second", "第二份备份", Grade.Caution, "没有设第二个文件夹", "插一个 U 盘，在“备份与归档”页把它设成第二个文件夹：电脑坏了还有一份。"),
        (_, { }, _) => new("backup-second", "第二份备份", Grade.Trouble, "写不进去", "请检查 U 盘是不是拔了、满了或写保护，再在“备份与归档”页备份一次。"),
        (_, _, false) => new("backup-second", "第二份备份", Grade.Caution, "有，但没有账号和密钥", "请在“备份与归档”页设一个整套备份口令，写在纸上另外放好。"),
        _ => Finding.Well("backup-second", "第二份备份", "有，账号和密钥也在里面"),
    };

    /// <param name="newest">Of all backups; null: there is none.</param>
    /// <param name="entry">The newest entry of any ledger; null: there is none.</param>
    public static Finding Age(DateTimeOffset? newest, DateTimeOffset? entry) =>
        entry is null ? Finding.Well("backup-age", "备份", "还没有要备份的")
        : newest is null ? new("backup-age", "备份", Grade.Caution, "还没有备份", "在“备份与归档”页点一次“现在备份”。")
        : entry - newest > Old ? new("backup-age", "备份", Grade.Caution, $"最近一份比台账旧 {(entry - newest)!.Value.TotalMinutes:0} 分钟",
            "平时每十分钟自动备份一次。请在“备份与归档”页点“现在备份”，看有没有报错。")
        : Finding.Well("backup-age", "备份", $"最近一份 {newest:yyyy-MM-dd HH:mm}（世界时）");

    public static DateTimeOffset? Newest(string data) => BackupFile.In(DataFolder.BackupsIn(data)) is [var newest, ..] ? newest.At : null;
}
